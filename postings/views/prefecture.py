"""A prefecture's console: the postings within it, its reception desk, and where its letters go."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from facilities import desks
from facilities.models import Desk, DeskAddress
from keynet.accounts.audience import person
from postings.exports.prefecture import PrefectureFilter, postings_of
from postings.forms.prefecture import LetterAddressForm, ReceptionDeskForm


@require_safe
def postings(request: HttpRequest, prefecture: str) -> HttpResponse:
    """List the postings with a workplace in the prefecture."""
    found = PrefectureFilter(request.GET, queryset=postings_of(prefecture, person(request)))
    page = Paginator(found.qs, 50).get_page(request.GET.get("page"))
    context = {"filter": found, "page": page, "prefecture": prefecture, "query": request.GET.urlencode()}
    return render(request, "postings/prefecture/postings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, prefecture: str) -> HttpResponse:
    """Show the prefecture's contacts; a POST reports its reception desk, new or changed."""
    form = ReceptionDeskForm(request.POST or None, instance=desks.reception_desk(prefecture))
    if request.method == "POST" and form.is_valid():
        desks.report(prefecture, form.cleaned_data, by=person(request))
        messages.success(request, "受付窓口を報告しました。求人のページとお知らせに、すぐに載ります")
        return redirect("prefecture:desk", prefecture)
    return _desk_page(request, prefecture, form, LetterAddressForm())


@require_POST
def close_desk(request: HttpRequest, prefecture: str) -> HttpResponse:
    """End the reception desk; a second press finds nothing to close."""
    own = Desk.objects.of(prefecture).filter(kind=Desk.Kind.RECEPTION_DESK)
    desks.close(get_object_or_404(own), by=person(request))
    messages.success(request, "受付窓口を閉じました。求人のページとお知らせから、すぐに消えます")
    return redirect("prefecture:desk", prefecture)


@require_POST
def add_address(request: HttpRequest, prefecture: str) -> HttpResponse:
    """Register one more address for letters."""
    form = LetterAddressForm(request.POST)
    if form.is_valid():
        try:
            desks.register_address(prefecture, **_typed(form), by=person(request))
        except desks.AlreadyRegistered:
            form.add_error("mail", "この送付先は登録されています。別のメールアドレスを入力してください")
        else:
            messages.success(request, "送付先を登録しました。これから公開される募集をお知らせします")
            return redirect("prefecture:desk", prefecture)
    return _desk_page(request, prefecture, ReceptionDeskForm(instance=desks.reception_desk(prefecture)), form)


@require_POST
def stop_address(request: HttpRequest, prefecture: str, pk: int) -> HttpResponse:
    """End the letters to one of the prefecture's addresses."""
    own = DeskAddress.objects.active().filter(desk__prefecture=prefecture, desk__kind__in=desks.LETTER_DESKS)
    desks.stop_address(get_object_or_404(own, pk=pk), by=person(request))
    messages.success(request, "送付先を停止しました")
    return redirect("prefecture:desk", prefecture)


def _typed(form: LetterAddressForm) -> dict[str, str]:
    return {"kind": form.cleaned_data["kind"], "address": form.cleaned_data["mail"]}


def _desk_page(
    request: HttpRequest, prefecture: str, form: ReceptionDeskForm, address_form: LetterAddressForm
) -> HttpResponse:
    context = {
        "prefecture": prefecture,
        "desk": desks.reception_desk(prefecture),
        "form": form,
        "address_form": address_form,
        "addresses": desks.letter_addresses(prefecture),
    }
    return render(request, "postings/prefecture/desk.html", context)
