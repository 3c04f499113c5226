"""Answering several applicants at once: choose, write, read every mail, send, see what became of each."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from applications import answering, batches
from applications.answer_templates import words_of
from applications.forms.batch import FORMS, BatchForm
from applications.models import Application, Batch, Message
from applications.views.facility import applicants_of
from applications.views.shown import carried
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person

HEADINGS = {"invite": "まとめて面接を案内する", "not_select": "まとめて見送りを知らせる"}
NOBODY = "応募を1件以上選んでください"
MIXED = "同じ状態の応募を選んでください。状態で絞り込むと選びやすくなります"
TOO_MANY = "一度に選べるのは{}件までです"


@require_POST
@for_facility
def batch(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Ask for the words, show every mail, then send; nothing is written before the last step."""
    step = request.POST.get("answer", "")
    if step not in batches.STEPS:
        raise Http404
    chosen = _chosen(request, facility)
    seen = request.POST.get("status", "")
    if refused := _refusal(chosen, seen, step):
        messages.warning(request, refused)
        return redirect("inbox:applications", facility.public_id)
    act = request.POST.get("step", "choose")
    form = _form(request, facility, step, act, len(chosen))
    if act == "send" and form.is_valid():
        return _send(request, facility, step, chosen, form)
    is_read = act == "look" and form.is_valid()
    more = _mails(request, step, chosen, form) if is_read else {"status": seen or chosen[0].status}
    about = {"facility": facility, "heading": HEADINGS[step], "answer": step, "chosen": chosen}
    page = "applications/facility/mails.html" if is_read else "applications/facility/batch.html"
    return render(request, page, {**about, "form": form, **more})


@require_safe
@for_facility
def result(request: FacilityRequest, facility: Facility, batch: UUID) -> HttpResponse:
    """Show what became of each row."""
    found = get_object_or_404(Batch.objects.select_related("sent_by"), facility=facility, public_id=batch)
    lines = found.lines.select_related("application").order_by("outcome", "application_id")
    context = {"facility": facility, "batch": found, "lines": lines}
    return render(request, "applications/facility/batch_result.html", context)


def _form(request: FacilityRequest, facility: Facility, step: str, act: str, people: int) -> BatchForm:
    """Return the form with what was typed, or, on the first page and for another template, with that one's words."""
    if act in ("look", "edit", "send"):
        return FORMS[step](request.POST, facility=facility, people=people)
    words = words_of(facility, step, request.POST.get("template", "")) if act == "fill" else ""
    return FORMS[step](facility=facility, people=people, words=words)


def _chosen(request: FacilityRequest, facility: Facility) -> list[Application]:
    """Return the applications of the ticked boxes that this person sees; anything else is as if it were not there."""
    ticked = []
    for value in request.POST.getlist("chosen")[: batches.MOST + 1]:
        try:
            ticked.append(UUID(value))
        except ValueError:
            continue
    return list(applicants_of(request, facility).filter(public_id__in=ticked).order_by("pk"))


def _refusal(chosen: list[Application], seen: str, step: str) -> str:
    """Return why these cannot be answered together; what changed after the first page is each row's own result."""
    if not chosen:
        return NOBODY
    most = batches.MOST_INVITED if step == Message.Step.INVITE else batches.MOST
    if len(chosen) > most:
        return TOO_MANY.format(most)
    return MIXED if not seen and len({application.status for application in chosen}) > 1 else ""


def _mails(
    request: FacilityRequest, step: str, chosen: list[Application], form: BatchForm
) -> dict[str, object]:
    mails = [
        (application, *answering.preview(application, step, text=form.mail_text(application)))
        for application in chosen
    ]
    return {"mails": mails, "carried": carried(request)}


def _send(
    request: FacilityRequest, facility: Facility, step: str, chosen: list[Application], form: BatchForm
) -> HttpResponse:
    seen = dict.fromkeys(chosen, request.POST.get("status", ""))
    sent = batches.send(
        facility,
        seen,
        step,
        by=person(request),
        text=form.cleaned_data["text"],
        submission_id=form.cleaned_data["submission_id"],
        **form.facts(),
    )
    return redirect("inbox:batch_result", facility.public_id, sent.public_id)
