"""The other applications of the same person: what one proved address has sent (domain.md C.5)."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from applications import leaving, links
from applications.facts import applicant_facts
from applications.letters import OTHERS_OPEN
from applications.lifecycle import ACTIVE, UNDECIDED
from applications.models import Application
from facilities.models import Facility
from keynet.lifecycle import NotNow
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Event
from postings.models import Posting
from postings.models.days import Day


def others_of(application: Application) -> QuerySet[Application]:
    """Return the person's other applications, the newest first."""
    rows = Application.objects.at(application.email).exclude(pk=application.pk)
    return rows.select_related("posting__facility").order_by("-submitted_at", "-pk")


def open_others(application: Application) -> QuerySet[Application]:
    """Return those that are undecided and not being withdrawn."""
    return others_of(application).filter(status__in=UNDECIDED, leaves_at=None)


def leave_others(application: Application, chosen: Iterable[str]) -> int:
    """Withdraw the chosen ones of the person's other applications (numbers); return how many.

    Whoever holds a link mailed to the address speaks for everything the same address has sent.
    """
    wanted = set(chosen)
    left = 0
    for other in open_others(application):
        if other.number in wanted:
            try:
                leaving.leave(other, by=links.holder(other))
            except NotNow:
                continue  # decided meanwhile: the person reads it on the list
            left += 1
    return left


def stay_other(application: Application, number: str) -> bool:
    """Take one of these withdrawals back within its half hour; False when there is none such."""
    for other in others_of(application).exclude(leaves_at=None):
        if other.number == number:
            leaving.stay(other, by=links.holder(other))
            return True
    return False


def ask_hired_about_others(event: Event) -> None:
    """Reaction: who is hired is asked about the other applications; nothing is ever withdrawn silently."""
    application = Application.objects.select_related("posting__facility").get(pk=event.subject_id)
    if application.masked_at or not (count := open_others(application).count()):
        return
    facts = {**applicant_facts(application, links.fresh_url(application) + "others/"), "count": count}
    write_letter(OTHERS_OPEN, about=application, to=application.email, context=facts)


def clashes(posting: Posting, address: str) -> list[tuple[Application, list[date]]]:
    """Return the person's applications that still count, with the spot dates whose hours lie across this posting's."""
    if not posting.spot_dates or not address:
        return []
    rows = Application.objects.at(address).filter(status__in=ACTIVE, leaves_at=None)
    rows = rows.exclude(posting=posting).exclude(posting__spot_dates=[]).select_related("posting__facility")
    found = [(row, shared_days(posting, row.posting)) for row in rows.order_by("pk")]
    return [(row, days) for row, days in found if days]


def fills_up(posting: Posting, address: str) -> Application | None:
    """Return an application to the same organisation, when such leave none of this posting's days to come free."""
    ours = [
        row
        for row, _ in clashes(posting, address)
        if organisation(row.posting.facility) == organisation(posting.facility)
    ]
    taken = [day for row in ours for day in row.posting.spot_dates]
    is_full = all(any(cross(mine, theirs) for theirs in taken) for mine in to_come(posting))
    return ours[0] if ours and is_full else None


def organisation(facility: Facility) -> int:
    """Return whose staff it is: the municipality of several venues, or the facility itself."""
    return facility.parent_id or facility.pk


def shared_days(one: Posting, other: Posting) -> list[date]:
    """Return the days to come of the first posting whose hours lie across work of the second."""
    crossing = {
        mine["on"] for mine in to_come(one) if any(cross(mine, theirs) for theirs in other.spot_dates)
    }
    return [date.fromisoformat(day) for day in sorted(crossing)]


def to_come(posting: Posting) -> list[Day]:
    """Return the single days of a posting that are not over."""
    return [day for day in posting.spot_dates if date.fromisoformat(day["on"]) >= timezone.localdate()]


def cross(one: Day, other: Day) -> bool:
    """Return whether somebody would be at two places at once; a night's end past 24:00 reaches into the next day."""
    (begins, ends), (begins_too, ends_too) = _minutes(one), _minutes(other)
    return begins < ends_too and begins_too < ends


def _minutes(day: Day) -> tuple[int, int]:
    midnight = date.fromisoformat(day["on"]).toordinal() * 24 * 60
    begins, ends = (day[name].split(":") for name in ("starts", "ends"))
    return midnight + int(begins[0]) * 60 + int(begins[1]), midnight + int(ends[0]) * 60 + int(ends[1])


def hold_address(address: str) -> None:
    """Let the same person's simultaneous applications pass one after the other, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"applicant:{address.lower()}"]
        )
