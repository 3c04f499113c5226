"""The kinds of letter and how one is written: a template, a recipient, one row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.template.loader import render_to_string
from django.utils import timezone

from keynet.outbox.events import record
from keynet.outbox.models.event import subject_key
from keynet.outbox.models.letter import Letter


@dataclass(frozen=True)
class LetterKind:
    """One kind of letter.

    The text stands in `templates/letters/<name with / for .>.txt`: the first line is the subject line, the rest the
    body; the HTML part is made from the same text. `sample` gives the context of the preview page.
    """

    name: str
    title: str
    to: str
    sample: Callable[[], Mapping[str, Any]]
    # A letter with a secret link: its body is wiped once it has left and is never shown to staff.
    secret: bool = False
    # To somebody looking for work: staff see that it left, neither the address nor the text (domain.md Decision 10).
    private: bool = False
    # After "accepted but not confirmed", alerts are sent once more; results and offers wait for a person's decision.
    resend_when_unknown: bool = True
    # To an address that nobody has proved: anyone can have it sent to anyone, so that it is limited for each address.
    unproved: bool = False
    # Asked just before sending: a recipient may have stopped, a posting may have ended since the letter was written.
    still_wanted: Callable[[Letter], bool] | None = None

    def __post_init__(self) -> None:
        LETTER_KINDS[self.name] = self

    @property
    def template(self) -> str:
        """Return the template path of the text."""
        return f"letters/{self.name.replace('.', '/')}.txt"


LETTER_KINDS: dict[str, LetterKind] = {}


def compose(kind: LetterKind, context: Mapping[str, Any]) -> tuple[str, str]:
    """Return subject line and body text of a letter."""
    facts = {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "desk_phone": settings.DESK_PHONE,
        "desk_hours": settings.DESK_HOURS,
        "operator": settings.OPERATOR_NAME,
        "demo": settings.DEMO,
        "stop_url": "",
    }
    heading, _, body = render_to_string(kind.template, {**facts, **context}).partition("\n")
    return " ".join(heading.split())[:200], body.strip() + "\n"


def write_letter(
    kind: LetterKind,
    *,
    about: models.Model,
    to: str,
    context: Mapping[str, Any],
    to_name: str = "",
    period: str = "",
    stop_url: str = "",
) -> bool:
    """Put one letter into the outbox; return False when the same letter (kind, subject, recipient, period) exists.

    `about` is the row the letter speaks of. Only a row is written: the postman sends after the commit.
    """
    letter = draft(
        kind, about=about, to=to, context=context, to_name=to_name, period=period, stop_url=stop_url
    )
    put_out([letter])
    return Letter.objects.filter(pk=letter.pk).exists()


def draft(
    kind: LetterKind,
    *,
    about: models.Model,
    to: str,
    context: Mapping[str, Any],
    to_name: str = "",
    period: str = "",
    stop_url: str = "",
) -> Letter:
    """Return a letter that is not in the outbox yet, for those who write many at once."""
    heading, body = compose(kind, {**context, "stop_url": stop_url})
    return Letter(
        kind=kind.name,
        subject=subject_key(about),
        recipient=to,
        recipient_name=to_name[:120],
        period=period,
        heading=heading,
        body=body,
        stop_url=stop_url,
        next_try_at=timezone.now(),
    )


def put_out(letters: list[Letter]) -> None:
    """Put letters into the outbox together; one that exists there already is left as it is."""
    Letter.objects.bulk_create(letters, ignore_conflicts=True)


def send_again(letter: Letter, *, by: str) -> bool:
    """Put a letter back into the outbox because a person decided so; False when there is nothing (left) to decide.

    The text of a letter with a secret link is gone; whoever needs one asks for a new link instead.
    """
    waiting = Letter.objects.filter(pk=letter.pk, body__gt="").for_a_person()
    with transaction.atomic():
        if not waiting.put_back():
            return False
        record("letter.sent_again", subject=letter, actor=by)
    return True
