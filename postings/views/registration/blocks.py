"""The sheet and its five blocks."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from facilities.forms.applicant import ContactForm, FacilityForm
from facilities.forms.finder import Finder
from facilities.models import Registration
from keynet.forms import unsaved
from keynet.forms.stamped import undecided
from postings.checks import warnings_at
from postings.filling import DRAFT, Facts, fill_block, fill_facility, help_with_facility, is_help
from postings.forms.block import BlockForm
from postings.forms.blocks import BLOCK_FORMS
from postings.forms.registration import LinkForm
from postings.models import Posting
from postings.registration import links
from postings.registration.sheet import TITLES, is_complete, lines, next_block, reasons_at
from postings.registration.steps import FACILITY
from postings.views.autosaving import DISCARD, autosave, is_autosave
from postings.views.registration.opened import while_open, with_registration


@require_safe
@with_registration
def sheet(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Show the five blocks and where each stands; after the hand-in, where the registration stands."""
    facts = {"registration": registration, "token": token}
    if registration.status not in links.OPEN:
        return render(request, "postings/registration/standing.html", facts)
    found = lines(registration)
    form = LinkForm(initial={"email": registration.contact_email})
    facts |= {"lines": found, "is_complete": is_complete(found), "form": form}
    return render(request, "postings/registration/sheet.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@while_open
def facility(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Ask for the facility and for who answers for it."""
    finder = Finder()
    if request.method != "POST":
        place = FacilityForm.opened(request, registration.facility)
        contact = ContactForm.opened(request, registration)
    elif is_autosave(request):
        return _autosaved_facility(request, registration)
    elif request.POST.get("action") == DISCARD:
        return _discarded(request)
    elif is_help(request.POST):
        (place, contact), finder = help_with_facility(registration, request.POST)
    else:
        (place, contact), whole = fill_facility(registration, request.POST)
        if whole:
            return _onward(request, token, FACILITY)
    facts = {
        "form": place,
        "contact": contact,
        "finder": finder,
        "reasons": reasons_at(registration, FACILITY),
    }
    place_of_block = _place(registration, token, FACILITY)
    return render(request, "postings/registration/facility.html", facts | place_of_block)


@require_http_methods(["GET", "HEAD", "POST"])
@while_open
def block(request: HttpRequest, registration: Registration, token: str, block: str) -> HttpResponse:
    """Ask for one block of the posting."""
    form_class = BLOCK_FORMS.get(block)
    if form_class is None:
        raise Http404
    if request.method != "POST":
        form = form_class.opened(request, registration.posting)
    elif is_autosave(request):
        return _autosaved(request, registration.posting, form_class)
    elif request.POST.get("action") == DISCARD:
        return _discarded(request)
    else:
        form, whole = fill_block(form_class, registration.posting, request.POST)
        if whole:
            return _onward(request, token, block)
    asks = warnings_at(registration.posting, block)
    facts = {"form": form, "asks": asks, "reasons": reasons_at(registration, block)}
    return render(request, "postings/registration/block.html", facts | _place(registration, token, block))


def _autosaved(request: HttpRequest, posting: Posting, form_class: type[BlockForm]) -> HttpResponse:
    typed = undecided(request.POST)

    def ask() -> list[BlockForm]:
        form = form_class(typed, instance=posting)
        form.is_valid()
        return [form]

    return autosave(request, posting, store=lambda: [fill_block(form_class, posting, typed)[0]], ask=ask)


def _autosaved_facility(request: HttpRequest, registration: Registration) -> HttpResponse:
    def store() -> Facts:
        facts, _whole = fill_facility(registration, undecided(request.POST))
        registration.posting.facility = facts[0].instance
        return facts

    return autosave(request, registration.posting, store=store, ask=lambda: ())


def _discarded(request: HttpRequest) -> HttpResponse:
    unsaved.forget(request)
    return redirect(request.path)


def _onward(request: HttpRequest, token: str, block: str) -> HttpResponse:
    """Lead on after a block has been stored: back to where one came from, or to the next block."""
    unsaved.forget(request)
    as_draft = request.POST.get("action") == DRAFT
    word = "下書きに保存しました" if as_draft else "保存しました"
    messages.success(request, f"{TITLES[block]}を{word}")
    if as_draft:
        return redirect("registration:sheet", token)
    following = next_block(block)
    if request.GET.get("back") == "confirm" or not following:
        return redirect("registration:confirm", token)
    return redirect("registration:block", token, following)


def _place(registration: Registration, token: str, block: str) -> dict[str, object]:
    names = list(TITLES)
    return {
        "registration": registration,
        "token": token,
        "block": block,
        "title": TITLES[block],
        "step": names.index(block) + 1,
        "blocks": TITLES.items(),
        "rules": f"postings/blocks/rules/{block}.html",
    }
