"""After sixty days without a move an application lapses: the facility was told a week before, the applicant is freed.

The notice has to be on its way for a week before anything ends: a machine that was off for a month ends nothing at
once. Unlike a posting (docs/decisions/0007) an application lapses also when the notice came back: the applicant waits.
"""

from django.db import transaction
from django.utils import timezone

from applications import links
from applications.facts import applicant_facts, inbox_facts
from applications.lifecycle import APPLICATION, ApplicationStatus
from applications.models import Application
from applications.waiting.letters import LAPSED, LAPSES_SOON
from applications.waiting.rhythm import LAPSES_AFTER, NOTICE
from applications.waiting.silence import silent_since, stretch
from keynet.lifecycle import Clock
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Event, Letter
from keynet.outbox.models.event import subject_key
from postings.addressees import addresses_of


def warn_and_lapse() -> int:
    """Go through whoever has waited for 53 days; return how many notices were written and applications lapsed."""
    due = silent_since(timezone.now() - (LAPSES_AFTER - NOTICE)).order_by("pk")
    return sum(_step(pk) for pk in list(due.values_list("pk", flat=True)))


def _step(pk: int) -> bool:
    with transaction.atomic():
        # Decided again under the lock: somebody may just have answered.
        silent = silent_since(timezone.now() - (LAPSES_AFTER - NOTICE)).filter(pk=pk)
        locked = silent.select_for_update(of=("self",), no_key=True, skip_locked=True)
        application = locked.select_related("posting__facility").first()
        if application is None:
            return False
        if _may_lapse(application):
            _lapse(application)
            return True
        return _warn(application)


def _notices(application: Application) -> list[Letter]:
    about = Letter.objects.filter(kind=LAPSES_SOON.name, subject=subject_key(application))
    return list(about.filter(period=stretch(application)))


def _may_lapse(application: Application) -> bool:
    now = timezone.now()
    is_long_silent = silent_since(now - LAPSES_AFTER).filter(pk=application.pk).exists()
    on_their_way = (Letter.Status.PENDING, Letter.Status.SENDING)
    left = [
        letter.sent_at or letter.created_at
        for letter in _notices(application)
        if letter.status not in on_their_way
    ]
    return is_long_silent and bool(left) and min(left) <= now - NOTICE


def _warn(application: Application) -> bool:
    if _notices(application):
        return False
    on = max(application.moved_at + LAPSES_AFTER, timezone.now() + NOTICE)
    facts = {**inbox_facts(application, 0), "lapses_on": timezone.localdate(on)}
    period = stretch(application)
    written = [
        write_letter(LAPSES_SOON, about=application, to=address, context=facts, period=period)
        for address in addresses_of(application.posting)
    ]
    return any(written)


def _lapse(application: Application) -> None:
    with APPLICATION.move(application, "lapse", by=Clock(), before=application.status):
        application.moved_at = timezone.now()


def tell_applicant_of_lapse(event: Event) -> None:
    """In plain words: it is over, nobody decided anything about them, and what they can do."""
    application = Application.objects.select_related("posting__facility").get(pk=event.subject_id)
    facts = {
        **applicant_facts(application, links.fresh_url(application)),
        "offered": event.data["before"] == ApplicationStatus.OFFERED,
    }
    write_letter(LAPSED, about=application, to=application.email, context=facts)
