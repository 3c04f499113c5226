"""The applicant's and the asker's side of a thread, behind the secret link."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from applications import links
from applications.forms.message import MessageForm
from applications.models import Application, Inquiry, Side, ThreadMessage
from applications.talking.writing import Row, is_open, mark_read, write
from applications.views.by_link import by_link

PAGES = {Application: "applications:messages", Inquiry: "applications:inquiry_messages"}


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(Application)
def thread(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Show the messages about an application, and take another."""
    return _thread(request, application, token)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(Inquiry)
def inquiry_thread(request: HttpRequest, inquiry: Inquiry, token: str) -> HttpResponse:
    """Show the messages after a question, and take another."""
    return _thread(request, inquiry, token)


@require_POST
@by_link(Application)
def read(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Open the thread and mark what is new as read: a button, because a mail program may follow links by itself."""
    mark_read(application, Side.APPLICANT, by=links.holder(application))
    return redirect("applications:messages", token)


@require_POST
@by_link(Inquiry)
def inquiry_read(request: HttpRequest, inquiry: Inquiry, token: str) -> HttpResponse:
    """The same for a question."""
    mark_read(inquiry, Side.APPLICANT, by=links.holder(inquiry))
    return redirect("applications:inquiry_messages", token)


def _thread(request: HttpRequest, row: Row, token: str) -> HttpResponse:
    if not is_open(row):
        return redirect(links.PAGES[type(row)], token)
    form = MessageForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        sent = form.cleaned_data
        try:
            write(
                row,
                Side.APPLICANT,
                by=links.holder(row),
                text=sent["text"],
                submission_id=sent["submission_id"],
            )
            messages.success(request, "メッセージを施設に届けました")
            return redirect(PAGES[type(row)], token)
        except ValidationError as refused:
            form.add_error(None, refused)
    return _page(request, row, token, form)


def _page(request: HttpRequest, row: Row, token: str, form: MessageForm) -> HttpResponse:
    thread = list(ThreadMessage.objects.about(row))
    context = {
        "row": row,
        "token": token,
        "form": form,
        "thread": thread,
        "unread": sum(message.side == Side.FACILITY and not message.read_at for message in thread),
        "is_inquiry": isinstance(row, Inquiry),
        "reader": Side.APPLICANT.value,
    }
    return render(request, "applications/talk/applicant.html", context)
