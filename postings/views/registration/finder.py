"""The institution finder: part of a name or a code is enough."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from facilities.institutions import take_over
from facilities.models import Institution, Registration
from keynet.vocabulary.japanese import search_words
from postings.registration.steps import FACILITY
from postings.views.registration.opened import while_open

MOST_RESULTS = 30


@require_safe
@while_open
def institutions(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """List the institutions that hold every typed word."""
    typed = request.GET.get("q", "")[:100].strip()
    found = list(Institution.objects.matching(typed)[: MOST_RESULTS + 1]) if search_words(typed) else []
    facts = {
        "registration": registration,
        "token": token,
        "typed": typed,
        "institutions": found[:MOST_RESULTS],
        "has_more": len(found) > MOST_RESULTS,
    }
    return render(request, "postings/registration/institutions.html", facts)


@require_POST
@while_open
def choose_institution(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Write the chosen institution's code, name and address into the facility."""
    code = request.POST.get("code", "")
    chosen = get_object_or_404(Institution, code=code if code.isdecimal() else "")
    take_over(chosen, registration.facility)
    Registration.objects.filter(pk=registration.pk).exclude(saved_blocks__contains=[FACILITY]).update(
        saved_blocks=[FACILITY]
    )
    messages.success(request, "医療機関のコード・名称・所在地を入れました。残りの項目を入力してください")
    return redirect("registration:facility", token)
