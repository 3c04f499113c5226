"""Behind the secret link: second thoughts about a withdrawal, the request to be forgotten, the other applications."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications import erasing, leaving, links, others
from applications.lifecycle import ApplicationStatus
from applications.models import Application, Inquiry
from applications.views.by_link import by_link


@require_POST
@by_link(Application)
def stay(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Take the withdrawal back within its half hour."""
    leaving.stay(application, by=links.holder(application))
    messages.success(request, "辞退を取り消しました。応募はそのまま続いています")
    return redirect("applications:status", token)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(Application)
def erase(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Say what goes and when, then take the request."""
    return _erase(request, application, token)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(Inquiry)
def inquiry_erase(request: HttpRequest, inquiry: Inquiry, token: str) -> HttpResponse:
    """The same for a question."""
    return _erase(request, inquiry, token)


@require_safe
@by_link(Application)
def other_applications(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """List what the same proved address has sent."""
    still_open = {row.number for row in others.open_others(application)}
    context = {
        "application": application,
        "token": token,
        "others": others.others_of(application),
        "open": still_open,
        "is_asked": application.status == ApplicationStatus.HIRED and bool(still_open),
    }
    return render(request, "applications/applicant/others.html", context)


@require_POST
@by_link(Application)
def leave_others(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Withdraw the chosen ones."""
    count = others.leave_others(application, request.POST.getlist("number"))
    if count:
        messages.success(request, f"{count}件の応募の辞退を受け付けました。30分のあいだは取り消せます")
    else:
        messages.warning(request, "辞退する応募を選んでください")
    return redirect("applications:others", token)


@require_POST
@by_link(Application)
def stay_other(request: HttpRequest, application: Application, token: str) -> HttpResponse:
    """Take one of these withdrawals back."""
    if others.stay_other(application, request.POST.get("number", "")):
        messages.success(request, "辞退を取り消しました。応募はそのまま続いています")
    return redirect("applications:others", token)


def _erase(request: HttpRequest, row: Application | Inquiry, token: str) -> HttpResponse:
    page = links.PAGES[type(row)]
    if request.method == "POST":
        erasing.ask(row, by=links.holder(row))
        messages.success(request, "個人情報の削除を受け付けました")
        return redirect(page, token)
    if not erasing.may_ask(row):
        return redirect(page, token)
    is_open = isinstance(row, Application) and row.is_undecided
    context = {
        "row": row,
        "token": token,
        "within": erasing.WITHIN_DAYS,
        "leaves_first": is_open,
        "is_inquiry": isinstance(row, Inquiry),
    }
    return render(request, "applications/applicant/erase.html", context)
