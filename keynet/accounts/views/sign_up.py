"""Opening an account by oneself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from keynet.accounts.arrivals import enter
from keynet.accounts.forms import NewAccountForm, SignUpForm
from keynet.accounts.limits import TooMuch, demand_place
from keynet.accounts.models.mailed_link import LinkGone
from keynet.accounts.sign_up import ask_for_account, open_account, proved_address


@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """Take an address; the answer is the same for every address."""
    if request.user.is_authenticated:
        return redirect("accounts:home")
    form = SignUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            demand_place(request, "sign_up")
            ask_for_account(form.cleaned_data["email"])
        except TooMuch as limit:
            form.add_error("email", limit.sentence)
        else:
            return redirect("accounts:sign_up_sent")
    return render(request, "account/sign_up.html", {"form": form})


@require_safe
def sign_up_sent(request: HttpRequest) -> HttpResponse:
    """Say that a mail is under way."""
    return render(request, "account/sign_up_sent.html")


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, token: str) -> HttpResponse:
    """Open the account of a mailed link: a name, and a password for those who want one."""
    try:
        address = proved_address(token)
        form = NewAccountForm(request.POST or None, address=address)
        if request.method == "POST" and form.is_valid():
            answers = form.cleaned_data
            user = open_account(token, name=answers["name"], password=answers["password"])
            return enter(request, user)
    except LinkGone as gone:
        return render(request, "account/new_gone.html", {"reason": gone.reason}, status=410)
    return render(request, "account/new.html", {"form": form, "address": address})
