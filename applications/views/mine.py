"""The pages of an account (/my/): what to do next, what was sent, own data, leaving."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications import links
from applications.mine.agenda import agenda_of
from applications.mine.closing import close_account, may_close
from applications.mine.own_data import own_data
from applications.mine.owned import applications_of, conditions_of, inquiries_of
from applications.models import Application, Inquiry
from keynet.accounts.audience import person
from keynet.accounts.fresh import fresh_login_required
from postings.alerts.conditions.links import MANAGE
from postings.saved.shelf import AccountShelf


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What to do next, then everything else by its kind."""
    user = person(request)
    conditions = list(conditions_of(user))
    subscriber = conditions[0].subscriber if conditions else None
    context = {
        "steps": agenda_of(user),
        "applications": applications_of(user),
        "inquiries": inquiries_of(user),
        "saved": len(AccountShelf(user).keys),
        "conditions": len(conditions),
        "manage_url": MANAGE.path(subscriber) if subscriber else "",
        "may_close": may_close(user),
    }
    return render(request, "applications/mine/home.html", context)


@require_POST
def open_application(request: HttpRequest, application: UUID) -> HttpResponse:
    """Open the page of an application: by a link of its own, like the one in a letter."""
    found: Application = get_object_or_404(applications_of(person(request)), public_id=application)
    return redirect("applications:status", links.issue(found))


@require_POST
def open_inquiry(request: HttpRequest, inquiry: UUID) -> HttpResponse:
    """The same for a question."""
    found: Inquiry = get_object_or_404(inquiries_of(person(request)), public_id=inquiry)
    return redirect("applications:inquiry", links.issue(found))


@fresh_login_required
@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Everything that is held about the person, as a file."""
    response = JsonResponse(own_data(person(request)), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["Content-Disposition"] = 'attachment; filename="key-net.json"'
    return response


@fresh_login_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays, then close the account."""
    user = person(request)
    if not may_close(user):
        return redirect("mine:home")
    if request.method == "POST":
        withdrawn = close_account(user, withdraw=request.POST.get("withdraw") == "on")
        logout(request)
        messages.success(request, "退会しました。アカウントと、保存した求人を消しました")
        if withdrawn:
            messages.info(request, f"{withdrawn}件の応募の辞退を受け付けました。30分あとに施設に知らせます")
        return redirect("postings:top")
    open_ones = [row for row in applications_of(user) if row.is_undecided]
    return render(request, "applications/mine/leave.html", {"open": open_ones})
