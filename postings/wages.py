"""Which minimum wage holds where and when: read by the warnings, kept by the office."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from keynet.accounts.models import User
from keynet.outbox.events import record
from keynet.outbox.models import Event
from keynet.outbox.models.event import subject_key
from keynet.vocabulary.minimum_wage import SHIPPED
from keynet.vocabulary.minimum_wage import MinimumWage as Amount
from postings.models import MinimumWage


def minimum_wage(prefecture: str, on: date) -> Amount | None:
    """Return the newest minimum known to be in force on this day in the prefecture of this code.

    None before the table begins. After its last row, the true minimum is the answer or more. One read by a key: a
    table that the office corrects is right at once on every host.
    """
    rows = MinimumWage.objects.filter(prefecture=prefecture, in_force_on__lte=on).order_by("-in_force_on")
    found = rows.first()
    return Amount(found.in_force_on, found.yen_per_hour) if found else None


def enter(wages: Iterable[MinimumWage], *, by: User) -> int:
    """Add new rows, all or none; return how many."""
    with transaction.atomic():
        added = MinimumWage.objects.bulk_create(wages)
        for wage in added:
            record("minimum_wage.entered", subject=wage, actor=by.actor_key, **_facts(wage))
    return len(added)


def correct(wage: MinimumWage, yen_per_hour: int, *, by: User) -> None:
    """Put another amount in the place of a wrong one; the event keeps both."""
    with transaction.atomic():
        before = MinimumWage.objects.select_for_update().get(pk=wage.pk).yen_per_hour
        wage.yen_per_hour = yen_per_hour
        wage.save(update_fields=["yen_per_hour"])
        record("minimum_wage.corrected", subject=wage, actor=by.actor_key, before=before, **_facts(wage))


def history(rows: Iterable[MinimumWage]) -> list[Event]:
    """Return what was entered and corrected by people, the newest first."""
    subjects = [subject_key(wage) for wage in rows]
    return list(Event.objects.filter(subject__in=subjects).order_by("-pk"))


def load_shipped() -> int:
    """Add the rows that the product ships and that are missing; what the office entered or corrected stays."""
    known = set(MinimumWage.objects.values_list("prefecture", "in_force_on"))
    missing = [
        MinimumWage(prefecture=prefecture, in_force_on=amount.in_force_on, yen_per_hour=amount.yen_per_hour)
        for prefecture, amounts in SHIPPED.items()
        for amount in amounts
        if (prefecture, amount.in_force_on) not in known
    ]
    return len(MinimumWage.objects.bulk_create(missing, ignore_conflicts=True))


def _facts(wage: MinimumWage) -> dict[str, str | int]:
    return {
        "prefecture": wage.prefecture,
        "in_force_on": wage.in_force_on.isoformat(),
        "yen_per_hour": wage.yen_per_hour,
    }
