"""The sheet of a registration, G-MIS style: five blocks, each with where it stands, open in any order."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilities.models import Registration
from postings.differences import changes
from postings.forms.blocks import BLOCK_TITLES
from postings.models import Review
from postings.models.terms import BLOCKS
from postings.registration.steps import FACILITY, gaps

TITLES = {FACILITY: "施設と担当者", **BLOCK_TITLES}
"""The five blocks in the order in which they are offered."""

UNTOUCHED, STARTED, DONE, RETURNED = "未入力", "入力中", "入力済み", "差戻し"
CHIPS = {
    UNTOUCHED: "status",
    STARTED: "status status--doing",
    DONE: "status status--done",
    RETURNED: "status status--todo",
}


@dataclass(frozen=True)
class Line:
    """One block on the sheet; `reasons` are the office's sentences that have not been answered yet."""

    block: str
    title: str
    state: str
    reasons: list[str]

    @property
    def chip(self) -> str:
        """Return the classes of the chip that shows the state."""
        return CHIPS[self.state]


def lines(registration: Registration) -> list[Line]:
    """Return the five lines of the sheet."""
    lacking, reasons = gaps(registration), open_reasons(registration)
    saved = {*registration.saved_blocks, *registration.posting.saved_blocks}
    return [
        Line(
            block,
            title,
            _state(block in saved, block in lacking, bool(reasons.get(block))),
            list(reasons.get(block, {}).values()),
        )
        for block, title in TITLES.items()
    ]


def open_reasons(registration: Registration) -> dict[str, dict[str, str]]:
    """Return the office's reasons, block → field → sentence, without terms that were changed since it read them."""
    if registration.status != Registration.Status.RETURNED:
        return {}
    posting = registration.posting
    review = posting.reviews.filter(outcome=Review.Outcome.RETURNED).order_by("-decided_at", "-pk").first()
    if review is None:
        return {}
    corrected = {change.field for change in changes(review.terms, posting.terms)}
    found: dict[str, dict[str, str]] = {}
    for field, sentence in review.reasons.items():
        if field not in corrected:
            found.setdefault(block_of(field), {})[field] = sentence
    return found


def block_of(field: str) -> str:
    """Return the block that asks for a field; what no block of the posting asks belongs to the facility."""
    own = {field.name: block for block, terms in BLOCKS.items() for field in terms._meta.local_fields}
    return (
        FACILITY
        if field.startswith("contact_") and field != "contact_phone_public"
        else own.get(field, FACILITY)
    )


def next_block(block: str) -> str:
    """Return the block after this one, or "" after the last."""
    names = [*TITLES, ""]
    return names[names.index(block) + 1]


def is_complete(sheet: list[Line]) -> bool:
    """Return whether every block has what it needs."""
    return all(line.state in (DONE, RETURNED) for line in sheet)


def _state(saved: bool, lacking: bool, returned: bool) -> str:
    if returned:
        return RETURNED
    if not saved:
        return UNTOUCHED
    return STARTED if lacking else DONE


def reasons_at(registration: Registration, block: str) -> Mapping[str, str]:
    """Return the office's sentence for each field of one block's page."""
    return open_reasons(registration).get(block, {})
