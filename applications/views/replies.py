"""What the applicant answers: accept, decline, withdraw, each asked once more; and a new link for an old one."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from applications import leaving, links
from applications.changes import changes_since
from applications.lifecycle import APPLICATION
from applications.models import Application
from applications.renewing import renew
from applications.views.by_link import by_link
from keynet.accounts.models.mailed_link import LinkGone
from keynet.lifecycle import NotNow


@dataclass(frozen=True)
class Reply:
    """The words of one answer."""

    heading: str
    explanation: str
    button: str
    done: str


REPLIES = {
    "accept": Reply(
        "内定を承諾する",
        "承諾したことを、施設にすぐ知らせます。勤務の始まりや研修の日程は、施設から連絡があります。"
        "採用の連絡が届くまでは、内定を辞退することもできます。",
        "内定を承諾する",
        "内定を承諾したことを、施設に知らせました",
    ),
    "decline": Reply(
        "内定を辞退する",
        "30分たつと、辞退したことを施設に知らせます。それまでは取り消せます。",
        "内定を辞退する",
        "内定の辞退を受け付けました。30分のあいだは取り消せます",
    ),
    "withdraw": Reply(
        "応募を辞退する",
        "30分たつと、辞退したことを施設に知らせます。それまでは取り消せます。募集が続いていれば、もう一度応募できます。",
        "応募を辞退する",
        "辞退を受け付けました。30分のあいだは取り消せます",
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(Application)
def reply(request: HttpRequest, application: Application, token: str, move: str) -> HttpResponse:
    """Ask once more, then tell the facility; who leaves has half an hour to think again."""
    if request.method == "POST" and not application.leaves_at:
        by = links.holder(application)
        if not APPLICATION.can(application, move, by):
            raise NotNow(application, move)
        application.accept(by=by) if move == "accept" else leaving.leave(application, by=by)
        messages.success(request, REPLIES[move].done)
        return redirect("applications:status", token)
    is_said = application.leaves_at or (move == "accept" and application.has_accepted)
    if is_said or not APPLICATION.can(application, move, links.holder(application)):
        return redirect("applications:status", token)
    context = {"application": application, "token": token, "reply": REPLIES[move]}
    if move == "accept":
        context["changes"] = changes_since(application.version, application.posting)
    return render(request, "applications/applicant/reply.html", context)


@require_POST
def new_link(request: HttpRequest, token: str) -> HttpResponse:
    """Mail a new link to the address behind an old one."""
    try:
        renew(token)
    except LinkGone as gone:
        raise Http404 from gone
    return render(request, "applications/applicant/link_sent.html")
