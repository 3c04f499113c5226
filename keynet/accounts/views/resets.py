"""The office's and the ministry's page for somebody who lost the second step."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from keynet.accounts.audience import audience_of, person
from keynet.accounts.forms import ResetForm
from keynet.accounts.fresh import fresh_login_required
from keynet.accounts.resets import reset_second_factor


@fresh_login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Take off the second step of one address, after somebody made sure who asks for it."""
    form = ResetForm(request.POST or None, by=person(request))
    if request.method == "POST" and form.is_valid():
        reset_second_factor(form.whose, by=person(request), checked=form.cleaned_data["checked"])
        messages.success(
            request, f"{form.whose.name}さんの二段階の確認を解除し、ご本人にメールでお知らせしました"
        )
        audience = audience_of(request.path_info)
        return redirect(reverse(f"{audience.name if audience else ''}_resets:new"))
    return render(request, "account/reset.html", {"form": form})
