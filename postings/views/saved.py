"""保存した求人: the list, and the two buttons that stand wherever a posting is shown."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from postings.models import Posting
from postings.models.queryset import NUMBER
from postings.saved.entries import entries
from postings.saved.shelf import MOST, shelf_of

FULL = f"保存できる求人は{MOST}件までです。「保存した求人」から、もう見ないものを外してください"


@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    """Show what one has saved, the newest first; what has ended stays, marked, until it is taken away."""
    context = {"entries": entries(shelf_of(request).keys), "most": MOST}
    return render(request, "postings/public/saved.html", context)


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Save a posting and go back to where its button was pressed."""
    posting = get_object_or_404(Posting.objects.public().numbered(request.POST.get("number", "")))
    shelf = shelf_of(request)
    if shelf.keep(posting.pk):
        messages.success(request, f"「{posting.title}」を保存しました")
    else:
        messages.warning(request, FULL)
    response = _back(request, posting.number)
    shelf.store(response)
    return response


@require_POST
def let_go(request: HttpRequest) -> HttpResponse:
    """Take a posting off the list, whatever has become of it, and go back."""
    number = request.POST.get("number", "")
    found = NUMBER.match(number)
    if found is None:
        raise Http404
    shelf = shelf_of(request)
    shelf.let_go(int(found[2]))
    messages.success(request, f"求人番号 {number} を、保存した求人から外しました")
    response = _back(request, number)
    shelf.store(response)
    return response


def _back(request: HttpRequest, number: str) -> HttpResponseRedirect:
    """Lead to the page the button was on, at the button; an address that is not ours leads to the list."""
    address = request.POST.get("next", "")
    # Pages post whole paths. Anything else would be looked up as the name of a page, or read from where one is.
    if address.startswith("/") and url_has_allowed_host_and_scheme(address, {request.get_host()}):
        return HttpResponseRedirect(f"{address.partition('#')[0]}#save-{number}")
    return redirect("postings:saved")
