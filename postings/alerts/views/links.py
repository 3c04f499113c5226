"""What a recruiter does without an account, through the links of its letters."""

from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from keynet.accounts.models.mailed_link import LinkGone
from keynet.lifecycle import LinkHolder, NotNow
from keynet.outbox.models.event import subject_key
from postings.alerts.invitations import accept_invitation, invited_recruiter
from postings.alerts.stop_links import recruiter_of
from postings.alerts.views.one_click import has_stopped

DONE = {
    "opted-in": "postings/alerts/public/opted_in.html",
    "stopped": "postings/alerts/public/stopped.html",
}


@require_http_methods(["GET", "HEAD", "POST"])
def opt_in(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether the letters are wanted; only the button says yes, so that a link scanner cannot."""
    try:
        if request.method == "POST":
            accept_invitation(token)
            return redirect("recruiters:done", what="opted-in")
        recruiter = invited_recruiter(token)
    except LinkGone as gone:
        return render(request, "postings/alerts/public/link_gone.html", {"reason": gone.reason}, status=410)
    return render(request, "postings/alerts/public/opt_in.html", {"recruiter": recruiter})


# RFC 8058: the mail program posts without cookies and without a token of ours; the signed link is the proof.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Show the one button that stops the letters; a POST stops them at once, also the second time."""
    recruiter = recruiter_of(token)
    if recruiter is None:
        raise Http404
    if request.method == "POST":
        with suppress(NotNow):  # it has stopped already
            recruiter.stop(by=LinkHolder(subject_key(recruiter)))
        return has_stopped(request, DONE["stopped"], reverse("recruiters:done", args=["stopped"]))
    return render(request, "postings/alerts/public/stop.html", {"recruiter": recruiter})


@require_safe
def done(request: HttpRequest, what: str) -> HttpResponse:
    """Say what is true now; the address holds no secret, so it may be reloaded and kept."""
    if what not in DONE:
        raise Http404
    return render(request, DONE[what])
