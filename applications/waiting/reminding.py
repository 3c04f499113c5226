"""The facility is reminded of people who wait, the applicant of an offer that waits.

Every letter is unique by its period, so that a round may come twice or a week late: nobody is reminded twice.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from applications import links
from applications.facts import applicant_facts, inbox_facts, posting_facts
from applications.lifecycle import FACILITY_OWES, ApplicationStatus
from applications.models import Application, Message
from applications.waiting import letters
from applications.waiting.rhythm import OFFER_SILENT, REMINDED_AFTER, RESULT_ASKED_EVERY
from applications.waiting.silence import silent_since, stretch
from keynet.outbox.letters import LetterKind, write_letter
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from keynet.vocabulary.business_days import add_business_days, due_on
from postings.addressees import addresses_of
from postings.models import Posting


def remind_facilities() -> int:
    """Write one letter for each posting with somebody newly past three or seven business days; return how many."""
    today = timezone.localdate()
    # No later move can be three business days old.
    moment = timezone.now() - (today - add_business_days(today, -REMINDED_AFTER[0]))
    rows = silent_since(moment).filter(status__in=FACILITY_OWES).select_related("posting__facility")
    waiting: dict[Posting, list[Application]] = defaultdict(list)
    for application in rows.order_by("posting_id", "pk"):
        waiting[application.posting].append(application)
    return sum(_remind(posting, rows, today) for posting, rows in waiting.items())


def _remind(posting: Posting, waiting: list[Application], today: date) -> int:
    told_on = _last_reminded(posting)
    dues = [due_on(row.moved_at, days=days) for row in waiting for days in REMINDED_AFTER]
    # What was due on the day of the last letter or after it, and is over now, nobody has been reminded of.
    if not any(due < today and (told_on is None or due >= told_on) for due in dues):
        return 0
    late = sum(due_on(row.moved_at, days=REMINDED_AFTER[0]) < today for row in waiting)
    page = reverse("inbox:applications", args=[posting.facility.public_id])
    facts = {**posting_facts(posting), "late": late, "url": f"{settings.SITE_URL}{page}?order=waiting"}
    return _to_all(posting, letters.UNANSWERED, about=posting, facts=facts, period=f"{today}")


def _last_reminded(posting: Posting) -> date | None:
    of_posting = Letter.objects.filter(kind=letters.UNANSWERED.name, subject=subject_key(posting))
    newest = of_posting.order_by("-period").values_list("period", flat=True).first()
    return date.fromisoformat(newest) if newest else None


def ask_for_results() -> int:
    """Ask every thirty days for the result of a direct selection; return how many letters were written."""
    due = timezone.localdate() - RESULT_ASKED_EVERY
    rows = Application.objects.undecided().filter(direct_selection_on__lte=due)
    written = 0
    for row in rows.select_related("posting__facility").order_by("pk"):
        assert row.direct_selection_on  # the query asks for it
        times = (timezone.localdate() - row.direct_selection_on) // RESULT_ASKED_EVERY
        facts = {**inbox_facts(row, 0), "directed_on": row.direct_selection_on}
        written += _to_all(row.posting, letters.RESULT_DUE, about=row, facts=facts, period=f"direct#{times}")
    return written


def remind_of_offers() -> int:
    """Ask each applicant once about an offer without a word for fourteen days; return how many."""
    rows = silent_since(timezone.now() - OFFER_SILENT).filter(status=ApplicationStatus.OFFERED)
    return sum(_ask_about_offer(row) for row in _untold(rows.select_related("posting__facility")))


def _untold(rows: Iterable[Application]) -> list[Application]:
    """Leave out whom this very offer's reminder has reached, before a link is made for nothing."""
    found = list(rows)
    told = Letter.objects.filter(
        kind=letters.OFFER_SILENT.name, subject__in=[subject_key(row) for row in found]
    )
    periods = set(told.values_list("subject", "period"))
    return [row for row in found if (subject_key(row), stretch(row)) not in periods]


def _ask_about_offer(application: Application) -> bool:
    words = Message.objects.filter(application=application, step=Message.Step.OFFER).first()
    facts = {
        **applicant_facts(application, links.fresh_url(application)),
        "answer_by": words.answer_by if words else None,
    }
    return write_letter(
        letters.OFFER_SILENT,
        about=application,
        to=application.email,
        context=facts,
        period=stretch(application),
    )


def _to_all(
    posting: Posting, kind: LetterKind, *, about: Posting | Application, facts: dict[str, Any], period: str
) -> int:
    return sum(
        write_letter(kind, about=about, to=address, context=facts, period=period)
        for address in addresses_of(posting)
    )
