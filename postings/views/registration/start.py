"""The start page, and the links by which people come back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from facilities.models import Registration
from keynet.accounts.limits import TooManyFromHere, TooManyMails, TooMuch, demand_place, turned_away
from postings.forms.blank import blank_blocks
from postings.forms.registration import LinkForm
from postings.registration import links
from postings.registration.steps import begin as begin_registration
from postings.views.registration.opened import while_open


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Say what one needs, the six steps and how long it takes."""
    return render(request, "postings/registration/start.html")


@require_safe
def blank(request: HttpRequest) -> HttpResponse:
    """Show the whole form for printing."""
    return render(request, "postings/registration/blank.html", {"blocks": blank_blocks()})


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Open a new registration and lead to its sheet."""
    try:
        demand_place(request, "registration")
    except TooManyFromHere:
        return turned_away(request)
    return redirect("registration:sheet", begin_registration())


@require_POST
@while_open
def keep(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Mail the link for going on later; the address is remembered when none is known yet."""
    form = LinkForm(request.POST)
    status = 200
    if form.is_valid():
        try:
            demand_place(request, "registration")
            address = form.cleaned_data["email"]
            links.mail_link(registration, to=address, once=str(form.cleaned_data["submission_id"]))
            Registration.objects.filter(pk=registration.pk, contact_email="").update(contact_email=address)
            messages.success(request, "入力を続けるためのリンクをメールで送りました")
            return redirect("registration:sheet", token)
        except TooMuch as limit:
            form.add_error("email" if isinstance(limit, TooManyMails) else None, limit.sentence)
            status = 429
    context = {"form": form, "token": token}
    return render(request, "postings/registration/keep.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def new_link(request: HttpRequest) -> HttpResponse:
    """Mail new links to an address; the answer is the same whether there are any or not."""
    form = LinkForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            demand_place(request, "registration")
            links.ask_for_links(form.cleaned_data["email"], once=str(form.cleaned_data["submission_id"]))
            return redirect("registration:new_link_sent")
        except TooManyFromHere as limit:
            form.add_error(None, limit.sentence)
            status = 429
    return render(request, "postings/registration/new_link.html", {"form": form}, status=status)


@require_safe
def new_link_sent(request: HttpRequest) -> HttpResponse:
    """Say what happens if the address is known."""
    return render(request, "postings/registration/new_link_sent.html")
