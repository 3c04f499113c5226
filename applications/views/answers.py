"""Answers that go out as mail: fill in, read the exact mail, then send. Nothing leaves before it was read."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from applications import answering, refusing
from applications.answer_templates import SHIPPED, filled, templates_of, words_of
from applications.changes import changes_since
from applications.forms.answers import AnswerForm, NotSelectForm, OfferForm
from applications.forms.hiring import CancelForm, HireForm
from applications.forms.slots import InviteForm
from applications.lifecycle import APPLICATION
from applications.meeting.offering import offer_slots
from applications.models import Application, Interview, Refusal
from applications.models.personal_access import Page
from applications.reading import reads_personal_data
from applications.views.facility import applicant
from applications.views.shown import carried
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person
from keynet.lifecycle import NotNow


@dataclass(frozen=True)
class Answer:
    """The words, the questions and the verb of one answer."""

    heading: str
    form: type[AnswerForm]
    verb: Callable[..., None]
    done: str


REFUSED = "見送りを決めました。30分後に応募した方に知らせます。それまでは取りやめられます"
ANSWERS = {
    "invite": Answer("面接を案内する", InviteForm, offer_slots, "面接を案内しました"),
    "offer": Answer("内定を知らせる", OfferForm, answering.offer, "内定を知らせました"),
    "not_select": Answer("見送りを知らせる", NotSelectForm, refusing.refuse, REFUSED),
    "hire": Answer("採用を知らせる", HireForm, answering.hire, "採用を知らせました"),
    "cancel": Answer("採用を取り消す", CancelForm, answering.cancel, "採用を取り消し、知らせました"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
@reads_personal_data(Page.ANSWER)
def answer(request: FacilityRequest, facility: Facility, application: UUID, move: str) -> HttpResponse:
    """Ask for the words, show the mail, send it with the move."""
    found = applicant(request, facility, application)
    is_refused = move != "cancel" and Refusal.objects.waiting().filter(application=found).exists()
    is_possible = APPLICATION.can(found, move, person(request)) and not is_refused
    if not is_possible and request.method != "POST":
        messages.warning(request, f"{found.number} は、いま「{found.get_status_display()}」です")
        return redirect("inbox:application", facility.public_id, found.public_id)
    if not is_possible:
        raise NotNow(found, move)
    typed = request.POST if request.method == "POST" else None
    form = ANSWERS[move].form(typed, application=found, words=_words(request, found, move))
    step = request.POST.get("step")
    if step == "send" and form.is_valid():
        return _send(request, facility, move, form)
    if step == "look" and form.is_valid():
        return _show_mail(request, facility, move, form)
    return _ask(request, facility, move, form)


def _words(request: FacilityRequest, application: Application, move: str) -> str:
    """Return the words of the template that the address names; the shipped ones else."""
    if move not in SHIPPED:
        return ""
    return filled(words_of(request.acting, move, request.GET.get("template", "")), application)


def _send(request: FacilityRequest, facility: Facility, move: str, form: AnswerForm) -> HttpResponse:
    found = form.application
    try:
        ANSWERS[move].verb(found, by=person(request), **form.facts())
    except ValidationError as refused:
        found = Application.objects.select_related("posting__facility", "version").get(pk=found.pk)
        form = ANSWERS[move].form(request.POST, application=found)
        form.add_error(None, refused)
        return _ask(request, facility, move, form)
    messages.success(request, f"{found.number}：{ANSWERS[move].done}")
    return redirect("inbox:application", facility.public_id, found.public_id)


def _show_mail(request: FacilityRequest, facility: Facility, move: str, form: AnswerForm) -> HttpResponse:
    facts = form.facts()
    heading, body = answering.preview(
        form.application,
        move,
        text=form.mail_text(),
        number=facts.get("number", 1),
        answer_by=facts.get("answer_by"),
    )
    context = {
        "facility": facility,
        "application": form.application,
        "answer": ANSWERS[move],
        "move": move,
        "heading": heading,
        "body": body,
        "carried": carried(request),
    }
    return render(request, "applications/facility/mail.html", context)


def _ask(request: FacilityRequest, facility: Facility, move: str, form: AnswerForm) -> HttpResponse:
    found = form.application
    context = {
        "facility": facility,
        "application": found,
        "answer": ANSWERS[move],
        "form": form,
        "templates": templates_of(facility, move) if move in SHIPPED else [],
        "interview": Interview.objects.to_come().of(found).first() if move == "invite" else None,
        "changes": changes_since(found.version, found.posting) if move in ("offer", "hire") else [],
    }
    return render(request, "applications/facility/answer.html", context)
