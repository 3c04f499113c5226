"""The applicant's side of an interview, behind the secret link: take a slot, refuse all, cancel, calendar."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications import links
from applications.meeting.calendar import as_calendar
from applications.meeting.taking import refuse_all, take
from applications.models import Application, Interview
from applications.views.by_link import by_link
from keynet.vocabulary.japanese import datetime_ja


@require_POST
@by_link(Application)
def take_slot(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Take one of the offered slots; a faster rival is said in a sentence, with the slots that are left."""
    number = request.POST.get("slot", "")
    try:
        slot = int(number) if number.isascii() and number.isdigit() and len(number) < 18 else 0
        interview = take(application, slot, by=links.holder(application))
        messages.success(request, f"面接の日時を{datetime_ja(interview.slot.starts_at)}に決めました")
    except ValidationError as gone:
        messages.warning(request, gone.messages[0])
    return redirect("applications:status", token)


@require_POST
@by_link(Application)
def none_fits(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Say that none of the slots fits; when it can be is written as a message."""
    if refuse_all(application, by=links.holder(application)):
        messages.success(
            request,
            "どれも都合が合わないことを施設に知らせました。都合のよい日時を、メッセージで伝えてください",
        )
    return redirect("applications:messages", token)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(Application)
def cancel(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Ask once more, then call the interview off; the application itself goes on."""
    interview = Interview.objects.to_come().of(application).first()
    if interview is None:
        return redirect("applications:status", token)
    if request.method == "POST":
        interview.cancel(by=links.holder(application))
        messages.success(request, "面接の取りやめを施設に知らせました")
        return redirect("applications:status", token)
    context = {"application": application, "token": token, "interview": interview}
    return render(request, "applications/meet/applicant_cancel.html", context)


@require_safe
@by_link(Application)
def calendar(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """The interview as a file for calendars; after a cancellation the file takes it out again."""
    interview = Interview.objects.of(application).select_related("application__posting__facility").first()
    if interview is None:
        raise Http404
    return calendar_file(interview, url=links.page_url(application, token))


def calendar_file(interview: Interview, *, url: str) -> HttpResponse:
    """Return the file as a download."""
    response = HttpResponse(as_calendar(interview, url=url), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="interview.ics"'
    return response
