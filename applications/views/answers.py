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
from applications.views.shown import carried, kept
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.actors import last_act
from keynet.accounts.audience import person
from keynet.lifecycle import NotNow


@dataclass(frozen=True)
class Answer:
    """The words, the questions and the verb of one answer."""

    heading: str
    form: type[AnswerForm]
    verb: Callable[..., object]
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
    """Ask for the words, show the mail, send it with the move; who comes second keeps what was written."""
    found = applicant(request, facility, application)
    if not _is_possible(request, found, move):
        if request.method == "POST":
            return _too_late(request, facility, found)
        messages.warning(request, _why_not(found))
        return redirect("inbox:application", facility.public_id, found.public_id)
    form, step = _form(request, found, move), request.POST.get("step")
    if step == "send" and form.is_valid():
        try:
            return _send(request, facility, move, form)
        except NotNow:
            return _too_late(request, facility, found)
    if step == "look" and form.is_valid():
        return _show_mail(request, facility, move, form)
    return _ask(request, facility, move, form)


def _is_possible(request: FacilityRequest, application: Application, move: str) -> bool:
    """Return whether the move can be made now; a decided refusal that waits is called back first."""
    possible = APPLICATION.can(application, move, person(request))
    return possible and (move == "cancel" or not _refusal_waits(application))


def _refusal_waits(application: Application) -> bool:
    return Refusal.objects.waiting().filter(application=application).exists()


def _why_not(application: Application) -> str:
    """Return what somebody reads who comes from a page that is not true any more."""
    if _refusal_waits(application):
        return f"{application.number} は、見送りを決めているので、連絡できません。先に、見送りを取りやめてください"
    return f"{application.number} は、いま「{application.get_status_display()}」です"


def _form(request: FacilityRequest, application: Application, move: str) -> AnswerForm:
    """Return the form: fresh, as it was filled in, or with the words of the chosen template and all else as it was."""
    form = ANSWERS[move].form
    typed = form(request.POST, application=application) if request.method == "POST" else None
    if typed and (request.POST.get("step") != "fill" or move not in SHIPPED):
        return typed
    words = words_of(request.acting, move, request.POST.get("template", "")) if move in SHIPPED else ""
    begun = kept(typed, "text") if typed else {}
    return form(application=application, words=filled(words, application), initial=begun)


def _too_late(request: FacilityRequest, facility: Facility, application: Application) -> HttpResponse:
    """Say who acted first, and show the words again: they would be lost otherwise."""
    application.refresh_from_db()
    context = {
        "facility": facility,
        "application": application,
        "last": last_act(application, person(request)),
        "words": request.POST.get("text", ""),
    }
    return render(request, "applications/facility/too_late.html", context, status=409)


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
        "chosen_template": request.POST.get("template", ""),
        "interview": Interview.objects.to_come().of(found).first() if move == "invite" else None,
        "changes": changes_since(found.version, found.posting) if move in ("offer", "hire") else [],
    }
    return render(request, "applications/facility/answer.html", context)
