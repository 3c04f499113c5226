"""One block of a posting's form, with the seekers' view beside it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person
from keynet.forms import unsaved
from keynet.forms.stamped import undecided
from keynet.lifecycle import NotNow
from postings.checks import warnings_at
from postings.filling import DRAFT, HELP, help_along
from postings.forms.block import BlockForm
from postings.forms.blocks import BLOCK_FORMS, BLOCK_TITLES
from postings.lifecycle import OPEN
from postings.models import Posting
from postings.upkeep.revising import Revision, revise
from postings.views.autosaving import DISCARD, autosave, is_autosave
from postings.views.facility import own_posting, returned_reasons

STORE, BACK = "store", "back"
"""Values of `action` on the page that shows the changes of a public posting."""

SENT_ANEW = frozenset({"csrfmiddlewaretoken", "action"})


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
def edit(request: FacilityRequest, facility: Facility, number: str, block: str) -> HttpResponse:
    """Ask for one block, and store it; changes of a public posting are shown before they hold."""
    posting = own_posting(facility, number)
    if block not in BLOCK_FORMS:
        raise Http404
    if request.method != "POST":
        if not posting.is_writable:
            raise NotNow(posting, "revise")
        return _page(request, posting, BLOCK_FORMS[block].opened(request, posting))
    if is_autosave(request):
        return _autosaved(request, posting, block)
    action = request.POST.get("action", "whole")
    if action == DISCARD:
        unsaved.forget(request)
        return redirect(request.path)
    if action in HELP:
        return _page(request, posting, help_along(BLOCK_FORMS[block], posting, request.POST))
    return _stored(request, posting, block, action)


def _stored(request: FacilityRequest, posting: Posting, block: str, action: str) -> HttpResponse:
    draft, shown = action == DRAFT, action == STORE
    revision = revise(posting, block, request.POST, by=person(request), draft=draft, shown=shown)
    if not revision.stored:
        return _asked_again(request, posting, block, revision)
    unsaved.forget(request)
    messages.success(request, f"「{BLOCK_TITLES[block]}」を保存しました")
    return redirect(*_next(posting, block, action))


def _autosaved(request: FacilityRequest, posting: Posting, block: str) -> HttpResponse:
    typed = undecided(request.POST)

    def store() -> list[BlockForm]:
        return [revise(posting, block, typed, by=person(request), draft=True).form]

    def ask() -> list[BlockForm]:
        form = BLOCK_FORMS[block](typed, instance=posting)
        form.is_valid()
        return [form]

    return autosave(request, posting, store=store, ask=ask)


def _asked_again(request: FacilityRequest, posting: Posting, block: str, revision: Revision) -> HttpResponse:
    """Show what to correct, or the changes that are about to become public."""
    if revision.form.errors or request.POST.get("action") == BACK:
        return _page(request, posting, revision.form)
    typed = [
        (name, value) for name, values in request.POST.lists() for value in values if name not in SENT_ANEW
    ]
    context = {
        "facility": posting.facility,
        "posting": posting,
        "block_name": block,
        "heading": BLOCK_TITLES[block],
        "changes": revision.changes,
        "asks": revision.asks,
        "typed": typed,
    }
    return render(request, "postings/facility/changes.html", context)


def _page(request: FacilityRequest, posting: Posting, form: BlockForm) -> HttpResponse:
    context = {
        "facility": posting.facility,
        "posting": posting,
        "form": form,
        "block_name": form.block,
        "heading": BLOCK_TITLES[form.block],
        "blocks": list(BLOCK_TITLES.items()),
        "reasons": returned_reasons(posting),
        "asks": warnings_at(posting, form.block),
        "next_label": "変更を確かめる" if posting.status in OPEN else "保存して次へ",
    }
    return render(request, "postings/facility/edit.html", context)


def _next(posting: Posting, block: str, action: str) -> tuple[str, ...]:
    """Lead on to the next block of a new form, else back to the posting."""
    place = (str(posting.facility.public_id), posting.number)
    order = list(BLOCK_FORMS)
    following = order[order.index(block) + 1 :]
    if action == DRAFT or posting.status not in ("draft", "returned"):
        return "facility:posting", *place
    return ("facility:edit", *place, following[0]) if following else ("facility:confirm", *place)
