"""The office marks a public posting as urgent, and takes the mark off."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from keynet.accounts.audience import person
from postings.check import urgency
from postings.forms.office import UrgentForm
from postings.views.office import check_page, visible_posting


@require_POST
def flag(request: HttpRequest, number: str) -> HttpResponse:
    """Show the posting first for some days (domain.md, decision 11)."""
    posting = visible_posting(request, number)
    form = UrgentForm(request.POST, prefix="urgent")
    if not form.is_valid():
        return check_page(request, posting, urgent_form=form)
    urgency.flag_urgent(posting, days=int(form.cleaned_data["days"]), by=person(request))
    messages.success(request, f"{posting.number}を緊急の募集にしました")
    return redirect("office:check", number=posting.number)


@require_POST
def unflag(request: HttpRequest, number: str) -> HttpResponse:
    """Show the posting like any other again."""
    posting = visible_posting(request, number)
    urgency.unflag_urgent(posting, by=person(request))
    messages.success(request, f"{posting.number}の緊急の募集を解除しました")
    return redirect("office:check", number=posting.number)
