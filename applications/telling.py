"""Reactions: who must hear of what happened to an application or an inquiry. Each only writes letter rows."""

from applications import links
from applications.asking import inquiry_facts
from applications.changes import changes_since
from applications.facts import applicant_facts, inbox_facts
from applications.letters import (
    APPLICANT_REPLIED,
    ARRIVED,
    INQUIRY_ANSWERED,
    INQUIRY_ARRIVED,
    POSTING_CHANGED,
    POSTING_ENDED,
)
from applications.lifecycle import ApplicationStatus, InquiryStatus
from applications.models import Application, Inquiry
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Event, Letter
from keynet.outbox.models.event import subject_key
from postings.addressees import answerers_of
from postings.upkeep.revising import WEIGHTY

REPLIES = {
    "application.accepted": "内定を承諾する連絡",
    "application.withdrawn": "辞退の連絡",
    "application.declined": "内定を辞退する連絡",
}
ENDS = {"posting.paused": "停止しました", "posting.closed": "終了しました"}


def tell_facility_of_application(event: Event) -> None:
    """A link and how many wait; the person is named only behind the login."""
    application = _application(event)
    waiting = Application.objects.known().filter(
        posting__facility=application.posting.facility_id, status=ApplicationStatus.SUBMITTED
    )
    facts = inbox_facts(application, waiting.count())
    for address in answerers_of(application.posting):
        write_letter(ARRIVED, about=application, to=address, context=facts)


def tell_facility_of_reply(event: Event) -> None:
    """The applicant accepted, withdrew or declined."""
    application = _application(event)
    facts = {**inbox_facts(application, 0), "reply": REPLIES[event.name]}
    for address in answerers_of(application.posting):
        write_letter(APPLICANT_REPLIED, about=application, to=address, context=facts, period=event.name)


def tell_facility_of_inquiry(event: Event) -> None:
    """A link and how many wait."""
    inquiry = _inquiry(event)
    waiting = (
        Inquiry.objects.known()
        .filter(posting__facility=inquiry.posting.facility_id, status=InquiryStatus.OPEN)
        .count()
    )
    facts = inbox_facts(inquiry, waiting)
    for address in answerers_of(inquiry.posting):
        write_letter(INQUIRY_ARRIVED, about=inquiry, to=address, context=facts)


def tell_asker_of_answer(event: Event) -> None:
    """A link only: the answer itself stands on the page behind it."""
    inquiry = _inquiry(event)
    facts = inquiry_facts(inquiry, links.fresh_url(inquiry))
    write_letter(INQUIRY_ANSWERED, about=inquiry, to=inquiry.email, context=facts)


def tell_undecided_of_end(event: Event) -> None:
    """Whoever still waits for an answer hears that the posting was paused or has ended; their selection goes on."""
    waiting = Application.objects.undecided().filter(posting_id=event.subject_id)
    period = f"{event.name} {event.pk}"
    for application in waiting.select_related("posting__facility").order_by("pk"):
        if Letter.objects.filter(subject=subject_key(application), period=period).exists():
            continue
        facts = {
            **applicant_facts(application, links.fresh_url(application)),
            "ended": ENDS[event.name],
        }
        write_letter(POSTING_ENDED, about=application, to=application.email, context=facts, period=period)


def tell_undecided_of_revision(event: Event) -> None:
    """Whoever waits for an answer reads what became of pay, place, hours and contract, once for each version.

    職業安定法5条の3第3項 asks for it before the contract at the latest; here it leaves with the change.
    """
    if not WEIGHTY.intersection(event.data["fields"]):
        return
    waiting = Application.objects.undecided().filter(posting_id=event.subject_id)
    for application in waiting.select_related("posting__facility", "version").order_by("pk"):
        period = f"version:{application.posting.version}"
        changed = [c for c in changes_since(application.version, application.posting) if c.field in WEIGHTY]
        written = Letter.objects.filter(
            kind=POSTING_CHANGED.name, subject=subject_key(application), period=period
        )
        if not changed or written.exists():
            continue
        facts = {
            **applicant_facts(application, links.fresh_url(application)),
            "changes": [(change.label, change.before, change.after) for change in changed],
        }
        write_letter(POSTING_CHANGED, about=application, to=application.email, context=facts, period=period)


def _application(event: Event) -> Application:
    return Application.objects.select_related("posting__facility").get(pk=event.subject_id)


def _inquiry(event: Event) -> Inquiry:
    return Inquiry.objects.select_related("posting__facility").get(pk=event.subject_id)
