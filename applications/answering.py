"""What a facility answers (step 8 of the path): the move, the words and the letter happen together or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from applications import hiring, links
from applications.changes import changes_since
from applications.facts import applicant_facts
from applications.letters import CANCELLED, HIRED, INVITED, NOT_SELECTED, OFFERED
from applications.models import Application, Message, Refusal
from applications.permissions import is_its_facility
from keynet.accounts.models import User
from keynet.lifecycle import Actor, NotNow
from keynet.outbox.events import record
from keynet.outbox.letters import LetterKind, compose, write_letter
from keynet.vocabulary.employment import GOVERNMENTS, FacilityKind, Program
from postings.models import Posting

Step = Message.Step
LETTERS: dict[str, LetterKind] = {
    Step.INVITE: INVITED,
    Step.OFFER: OFFERED,
    Step.NOT_SELECT: NOT_SELECTED,
    Step.HIRE: HIRED,
    Step.CANCEL: CANCELLED,
}
LINK_TO_COME = "（応募した方だけのリンクが、ここに入ります）"
STATE_CHANGES = (
    "応募のあとに条件が変わっています。変わった点を明示したことを確かめて、チェックを入れてください"
)


class ChangesNotStated(ValidationError):
    """The offer's terms differ from those the applicant saw, and nobody has declared that they were stated."""


def preview(
    application: Application, step: str, *, text: str, number: int = 1, answer_by: date | None = None
) -> tuple[str, str]:
    """Return subject line and text of the mail as it would leave now."""
    return compose(LETTERS[step], _context(application, text, number, LINK_TO_COME, answer_by))


def next_invitation(application: Application) -> int:
    """Return the number that an invitation would have now: 1 for the first interview."""
    return application.messages.filter(step=Step.INVITE).count() + 1


def invite(application: Application, *, by: User, text: str, number: int = 1) -> None:
    """Propose day and place of an interview, the first or (`number`) a further one, which may replace the last.

    Raises NotNow when another invitation has left since the number was shown: a double click, or a second clerk.
    """
    with _told(application, Step.INVITE, text, by, number):
        application.step("invite", by=by)
        if number != next_invitation(application):
            raise NotNow(application, "invite")


def offer(
    application: Application,
    *,
    by: User,
    text: str,
    stated_version: int | None = None,
    answer_by: date | None = None,
) -> None:
    """Offer the work (内定); `stated_version` is up to which version of the posting the changes were stated.

    `answer_by` is the day by which the facility asks for the applicant's word; nothing happens by itself after it.

    Raises ChangesNotStated while the present terms differ from the ones seen and were not stated.
    """
    with _told(application, Step.OFFER, text, by, answer_by=answer_by):
        posting = Posting.objects.select_for_update(no_key=True).get(pk=application.posting_id)
        changed = changes_since(application.version, posting)
        if changed and stated_version != posting.version:
            raise ChangesNotStated(STATE_CHANGES)
        application.offer(by=by, stated_version=posting.version if changed else None)


def not_select(application: Application, *, by: User, text: str, mover: Actor | None = None) -> None:
    """Tell the applicant that somebody else, or nobody, is hired.

    `by` decided it; `mover` is the clock when the facility had half an hour to think again (`applications.refusing`).
    """
    with _told(application, Step.NOT_SELECT, text, by):
        application.step("not_select", by=mover or by)


def hire(application: Application, *, by: User, text: str, **facts: Any) -> None:
    """Hire and say so; takes the facts of `hiring.hire` and raises what it raises."""
    with _told(application, Step.HIRE, text, by):
        hiring.hire(application, by=by, **facts)


def cancel(application: Application, *, by: User, text: str, reason: str) -> None:
    """Take a hire back and say so; the reason is kept for the report, the text is for the person."""
    with _told(application, Step.CANCEL, text, by):
        hiring.cancel_hire(application, by=by, reason=reason)


def may_go_direct(application: Application) -> bool:
    """Return whether there is a municipality to go on with: the facility's own, the one behind it, or the venue's."""
    posting = application.posting
    facility = posting.facility
    entrusted = facility.kind == FacilityKind.CHECKUP_ORG and bool(facility.entrusted_by)
    municipal = facility.kind in GOVERNMENTS or entrusted or posting.program == Program.VACCINATION
    return municipal and application.is_undecided and not application.direct_selection_on


def select_directly(application: Application, *, by: User) -> None:
    """Note that the selection goes on outside the service, with the municipality; its result is still due."""
    with transaction.atomic():
        found = Application.objects.select_for_update(of=("self",), no_key=True).get(pk=application.pk)
        if not is_its_facility(by, found):
            raise PermissionDenied
        if not may_go_direct(found):
            raise NotNow(found, "select_directly")
        found.direct_selection_on = timezone.localdate()
        found.save(update_fields=["direct_selection_on"])
        record("application.directed", subject=found, actor=by.actor_key)


@contextmanager
def _told(
    application: Application,
    step: str,
    text: str,
    by: User,
    number: int = 1,
    answer_by: date | None = None,
) -> Iterator[None]:
    """Keep the facility's words and put them into the outbox after the move, in its transaction.

    Raises NotNow while a decided refusal waits: whoever goes on with the applicant calls it back first.
    """
    with transaction.atomic():
        yield
        if step != Step.NOT_SELECT and Refusal.objects.waiting().filter(application=application).exists():
            raise NotNow(application, step)
        application.messages.create(step=step, number=number, text=text, written_by=by, answer_by=answer_by)
        context = _context(application, text, number, links.fresh_url(application), answer_by)
        period = f"{number}" if number > 1 else ""
        write_letter(LETTERS[step], about=application, to=application.email, context=context, period=period)


def _context(
    application: Application, text: str, number: int, url: str, answer_by: date | None
) -> dict[str, Any]:
    changed = changes_since(application.version, application.posting)
    words = {"text": text, "again": number > 1, "changes": changed, "answer_by": answer_by}
    return {**applicant_facts(application, url), **words}
