"""Reactions: both sides hear of an interview, each by a link to a page that has it for the calendar, too."""

from applications import links
from applications.facts import applicant_facts, inbox_facts
from applications.letters import (
    APPLICANT_REPLIED,
    INTERVIEW_FOR_APPLICANT,
    INTERVIEW_FOR_FACILITY,
    SLOT_WITHDRAWN,
)
from applications.models import Application, Interview, Slot, SlotOffer
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Event
from keynet.vocabulary.japanese import datetime_ja
from postings.addressees import answerers_of

NEWS = {
    "interview.taken": "面接の日時が決まりました",
    "interview.changed": "面接の日時が変わりました",
    "interview.cancelled": "面接が取りやめになりました",
}


def tell_both_of_interview(event: Event) -> None:
    """Say what became of the interview and when it is; place and address of an online talk stand on the page."""
    rows = Interview.objects.select_related("application__posting__facility", "slot")
    interview = rows.get(pk=event.subject_id)
    application = interview.application
    if application.masked_at:
        return
    news = {
        "news": NEWS[event.name],
        "when": datetime_ja(interview.slot.starts_at),
        "is_off": event.name == "interview.cancelled",
        "goes_on": application.is_undecided,
    }
    period = f"{event.name}:{interview.pk}:{event.pk}"
    facts = {**inbox_facts(application, 0), **news}
    for address in answerers_of(application.posting):
        write_letter(INTERVIEW_FOR_FACILITY, about=application, to=address, context=facts, period=period)
    written = INTERVIEW_FOR_APPLICANT
    context = {**applicant_facts(application, links.fresh_url(application)), **news}
    write_letter(written, about=application, to=application.email, context=context, period=period)


def tell_facility_that_none_fits(event: Event) -> None:
    """The applicant can come at none of the times."""
    application = Application.objects.select_related("posting__facility").get(pk=event.subject_id)
    facts = {**inbox_facts(application, 0), "reply": "面接の候補の日時は、どれも都合が合わないという連絡"}
    period = f"{event.name}:{event.pk}"
    for address in answerers_of(application.posting):
        write_letter(APPLICANT_REPLIED, about=application, to=address, context=facts, period=period)


def tell_of_withdrawn_slot(event: Event) -> None:
    """Whoever could still have taken the slot hears that it is gone, and how many others are left."""
    slot = Slot.objects.get(pk=event.subject_id)
    offers = SlotOffer.objects.standing().filter(slot=slot).values("application")
    waiting = Application.objects.undecided().filter(pk__in=offers, leaves_at=None)
    met = Interview.objects.to_come().values("application")
    for application in waiting.exclude(pk__in=met).select_related("posting__facility").order_by("pk"):
        facts = {
            **applicant_facts(application, links.fresh_url(application)),
            "when": datetime_ja(slot.starts_at),
            "left": Slot.objects.free().offered_to(application).count(),
        }
        write_letter(
            SLOT_WITHDRAWN, about=application, to=application.email, context=facts, period=f"{slot.pk}"
        )
