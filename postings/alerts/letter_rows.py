"""A letter as office and ministry read it: what became of it, and no more about its recipient than they may know."""

from collections.abc import Iterable
from dataclasses import dataclass

from keynet.outbox.letters import LETTER_KINDS
from keynet.outbox.models import Letter
from postings.models import Posting

ABOUT = {
    "registration": "申請",
    "application": "応募",
    "inquiry": "問い合わせ",
    "hire": "採用",
    "recruiter": "紹介事業者",
    "subscriber": "条件お知らせ",
    "user": "利用者",
    "account": "利用者",
}
"""What the letters speak of beside postings, by the word of their subject."""

CHIPS = {
    Letter.Status.PENDING: "status status--doing",
    Letter.Status.SENDING: "status status--doing",
    Letter.Status.SENT: "status status--done",
    Letter.Status.UNKNOWN: "status status--todo",
    Letter.Status.FAILED: "status status--todo",
    Letter.Status.SUPPRESSED: "status status--closed",
}
"""The shape and colour of each fate; the word says it."""


@dataclass(frozen=True)
class LetterRow:
    """One line of the list."""

    letter: Letter
    title: str
    posting: Posting | None
    about: str
    to: str
    name: str  # empty for people looking for work (domain.md Decision 10)
    address: str  # for the office alone
    reason: str  # servers repeat the address in their answers: for such people only the answer's number

    @property
    def chip(self) -> str:
        """Return the classes of the status chip."""
        return CHIPS[Letter.Status(self.letter.status)]


def rows_of(letters: Iterable[Letter], *, for_office: bool) -> list[LetterRow]:
    """Return the lines of a page; one query for all postings that they are about."""
    page = list(letters)
    about_postings = {letter.subject_id for letter in page if letter.subject.startswith("posting:")}
    postings = Posting.objects.in_bulk(about_postings)
    return [_row(letter, postings, for_office) for letter in page]


def _row(letter: Letter, postings: dict[int, Posting], for_office: bool) -> LetterRow:
    kind = LETTER_KINDS.get(letter.kind)
    is_known_organisation = kind is not None and not kind.private
    word = letter.subject.partition(":")[0]
    return LetterRow(
        letter=letter,
        title=kind.title if kind else letter.kind,
        posting=postings.get(letter.subject_id) if word == "posting" else None,
        about=ABOUT.get(word, ""),
        to=kind.to if kind else "",
        name=letter.recipient_name if is_known_organisation else "",
        address=letter.recipient if is_known_organisation and for_office else "",
        reason=letter.last_error
        if is_known_organisation and for_office
        else letter.last_error.partition(" ")[0],
    )
