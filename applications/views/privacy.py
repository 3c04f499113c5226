"""Office and ministry: how often data is read, what is erased and what holds it; one application in an emergency."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from applications.forms.safekeeping import EmergencyForm
from applications.masking import due, what_holds_it
from applications.models import Emergency, LegalHold
from applications.models.personal_access import Page
from applications.reading import note, reads_personal_data
from applications.safekeeping.emergencies import open_in_emergency
from applications.safekeeping.readings import by_month
from keynet.accounts.audience import audience_of, person
from keynet.accounts.fresh import fresh_login_required
from keynet.privacy.models import Erasure, MaskingStop


@require_safe
def state(request: HttpRequest) -> HttpResponse:
    """Show counts only, and what holds the erasing."""
    applications, inquiries = due()
    context = {
        "body": _body(request),
        "months": by_month(),
        "due": (applications.count(), inquiries.count()),
        "erased": Erasure.objects.count(),
        "held": what_holds_it(),
        "stop": MaskingStop.objects.current().select_related("stopped_by").first(),
        "holds": LegalHold.objects.current().select_related("posting__facility", "set_by").order_by("until"),
        "open": Emergency.objects.open_to(person(request), _body(request)).select_related("application"),
    }
    return render(request, "applications/privacy/state.html", context)


@fresh_login_required
@require_http_methods(["GET", "HEAD", "POST"])
def emergency(request: HttpRequest) -> HttpResponseBase:
    """Ask which application and why; opening it tells its facility."""
    form = EmergencyForm(request.POST if request.method == "POST" else None)
    console = request.resolver_match.namespace if request.resolver_match else None
    if form.is_valid():
        opened = open_in_emergency(
            form.application, reason=form.cleaned_data["reason"], body=_body(request), by=person(request)
        )
        messages.success(request, "15分間、この応募を見られます。施設の管理者に知らせました")
        return redirect(reverse("privacy:opened", args=[opened.public_id], current_app=console))
    context = {
        "form": form,
        "state_url": reverse("privacy:state", current_app=console),
        "heading": "緊急に応募を開く",
        "button": "開いて、施設に知らせる",
        "about": "人の命や安全、犯罪、法令に基づく求めなど、ほかに方法がないときだけ使います。開いたことと理由は、"
        "施設の管理者に知らせ、記録に3年間残します。見られるのは、1件の応募を15分間だけです。",
    }
    return render(request, "applications/privacy/form.html", context)


@require_safe
@reads_personal_data(Page.EMERGENCY)
def opened(request: HttpRequest, emergency: UUID) -> HttpResponse:
    """Show the application to whoever opened it, until the quarter of an hour is over or it is masked."""
    rows = Emergency.objects.filter(opened_by=person(request), body=_body(request))
    found = get_object_or_404(rows.select_related("application__posting__facility"), public_id=emergency)
    if not found.is_open:
        return render(request, "applications/privacy/closed.html", {"emergency": found}, status=410)
    note(request, found.application, body=found.body, reason=found.reason)
    context = {"emergency": found, "application": found.application}
    return render(request, "applications/privacy/opened.html", context)


def _body(request: HttpRequest) -> str:
    """Return whose console this is: office or ministry."""
    audience = audience_of(request.path_info)
    return audience.name if audience else ""
