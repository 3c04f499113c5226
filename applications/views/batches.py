"""Answering several applicants at once: choose, write, read every mail, send, see what became of each."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from applications import answering, batches
from applications.answer_templates import words_of
from applications.forms.batch import FORMS, BatchForm
from applications.models import Application, Batch, BatchLine, Message
from applications.views.facility import applicants_of
from applications.views.shown import carried, kept
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
        return redirect(_list(request, facility, chosen))
    act = request.POST.get("step", "choose")
    form = _form(request, facility, step, act, len(chosen))
    if act == "send" and form.is_valid():
        return _send(request, facility, step, chosen, form)
    is_read = act == "look" and form.is_valid()
    more = _mails(request, step, chosen, form) if is_read else {"status": seen or chosen[0].status}
    more |= {"back": _list(request, facility, chosen), "chosen_template": request.POST.get("template", "")}
    about = {"facility": facility, "heading": HEADINGS[step], "answer": step, "chosen": chosen}
    page = "applications/facility/mails.html" if is_read else "applications/facility/batch.html"
    return render(request, page, {**about, "form": form, **more})


@require_safe
@for_facility
def result(request: FacilityRequest, facility: Facility, batch: UUID) -> HttpResponse:
    """Show what became of each row."""
    found = get_object_or_404(Batch.objects.select_related("sent_by"), facility=facility, public_id=batch)
    rows = found.lines.select_related("application__refusal")
    lines = sorted(rows, key=lambda line: (line.outcome == BatchLine.Outcome.DONE, line.application_id))
    done = sum(line.outcome == BatchLine.Outcome.DONE for line in lines)
    context = {
        "facility": facility,
        "batch": found,
        "lines": lines,
        "done": done,
        "undone": len(lines) - done,
    }
    return render(request, "applications/facility/batch_result.html", context)


def _form(request: FacilityRequest, facility: Facility, step: str, act: str, people: int) -> BatchForm:
    """Return the form: fresh, as it was filled in, or with the words of the chosen template and all else as it was."""
    typed = FORMS[step](request.POST, facility=facility, people=people)
    if act in ("look", "edit", "send"):
        return typed
    if act != "fill":
        return FORMS[step](facility=facility, people=people)
    words = words_of(facility, step, request.POST.get("template", ""))
    return FORMS[step](facility=facility, people=people, words=words, initial=kept(typed, "text"))


def _list(request: FacilityRequest, facility: Facility, chosen: list[Application]) -> str:
    """Return the address of the list as it was left: narrowed, and with the same people picked."""
    query = request.GET.copy()
    query.setlist("pick", [str(application.public_id) for application in chosen])
    return f"{reverse('inbox:applications', args=[facility.public_id])}?{query.urlencode()}#all"


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
    return redirect(
        f"{reverse('inbox:batch_result', args=[facility.public_id, sent.public_id])}?{request.GET.urlencode()}"
    )
