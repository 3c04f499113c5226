"""The office's registry of recruiters."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from keynet.accounts.audience import person
from postings.alerts.filters import RecruiterFilter
from postings.alerts.forms.recruiter import RecruiterChoicesForm, RecruiterForm
from postings.alerts.lifecycle import RECRUITER
from postings.alerts.models import Recruiter
from postings.alerts.registry import AlreadyEntered, change_choices, enter


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the recruiters; addresses are for the office's eyes only."""
    found = RecruiterFilter(request.GET, Recruiter.objects.order_by("company", "pk"))
    page = Paginator(found.qs, 50).get_page(request.GET.get("page"))
    return render(request, "postings/alerts/office/recruiters.html", {"filter": found, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Enter a recruiter; the letter that asks follows by itself."""
    form = RecruiterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        recruiter = form.save(commit=False)
        try:
            enter(recruiter, by=person(request))
        except AlreadyEntered:
            form.refuse_address()
        else:
            messages.success(request, f"{recruiter.company} に、受け取りの確認のメールを送ります")
            return redirect("office_recruiters:list")
    return render(request, "postings/alerts/office/recruiter_add.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change name and choices of one recruiter, and offer what its state allows."""
    recruiter = get_object_or_404(Recruiter, pk=pk)
    form = RecruiterChoicesForm(request.POST or None, instance=recruiter)
    if request.method == "POST" and form.is_valid():
        change_choices(form.save(commit=False), by=person(request))
        messages.success(request, f"{recruiter.company} の内容を保存しました")
        return redirect("office_recruiters:list")
    moves = RECRUITER.available(recruiter, person(request))
    return render(
        request,
        "postings/alerts/office/recruiter.html",
        {"form": form, "recruiter": recruiter, "moves": moves},
    )


@require_POST
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again by letter; an earlier link stops working."""
    recruiter = get_object_or_404(Recruiter, pk=pk)
    recruiter.invite(by=person(request))
    messages.success(request, f"{recruiter.company} に、受け取りの確認のメールを送ります")
    return redirect("office_recruiters:list")


@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """End the letters to one recruiter."""
    recruiter = get_object_or_404(Recruiter, pk=pk)
    recruiter.stop(by=person(request))
    messages.success(request, f"{recruiter.company} への連絡を停止しました")
    return redirect("office_recruiters:list")
