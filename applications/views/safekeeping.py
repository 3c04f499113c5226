"""The office stops all erasing, lets it go on, keeps one posting's data longer, and ends that."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from applications.forms.safekeeping import HoldForm, StopForm
from applications.models import LegalHold
from applications.safekeeping import holding
from keynet.accounts.audience import person
from keynet.privacy import stopping

STATE = "office_privacy:state"


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest) -> HttpResponse:
    """Ask why, then stop all erasing at once."""
    form = StopForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        stopping.stop(form.cleaned_data["reason"], by=person(request))
        messages.success(request, "個人情報の消去を、すべて止めました")
        return redirect(STATE)
    context = {
        "form": form,
        "state_url": reverse(STATE),
        "heading": "消去をすべて止める",
        "button": "消去を止める",
        "about": "保存期間が過ぎた個人情報の消去を、再開するまで、すべて止めます。間違った消去が疑われるときに使います。",
    }
    return render(request, "applications/privacy/form.html", context)


@require_POST
def resume(request: HttpRequest) -> HttpResponse:
    """Let the erasing go on."""
    stopping.lift(by=person(request))
    messages.success(request, "個人情報の消去を再開しました。期限が過ぎた分は、次の夜に消します")
    return redirect(STATE)


@require_http_methods(["GET", "HEAD", "POST"])
def hold(request: HttpRequest) -> HttpResponse:
    """Ask which posting, until when and why."""
    form = HoldForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        facts = form.cleaned_data
        try:
            holding.hold(form.posting, reason=facts["reason"], until=facts["until"], by=person(request))
        except holding.AlreadyHeld:
            form.add_error(
                "number", "この募集は、すでに保存を延ばしています。解除してから、もう一度設定してください。"
            )
        else:
            messages.success(request, f"{form.posting.number} の応募者の情報の保存を延ばしました")
            return redirect(STATE)
    context = {
        "form": form,
        "state_url": reverse(STATE),
        "heading": "保存を延ばす",
        "button": "保存を延ばす",
        "about": "争いや、官公署の調べのために必要なときだけ、1件の募集の応募と質問の個人情報を、決めた日まで消さずに残します。",
    }
    return render(request, "applications/privacy/form.html", context)


@require_POST
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """End a hold before its day."""
    found = get_object_or_404(LegalHold.objects.current().select_related("posting"), pk=pk)
    holding.lift(found, by=person(request))
    messages.success(request, f"{found.posting.number} の保存の延長を解除しました")
    return redirect(STATE)
