"""A nurse center's console: the nurse postings of its prefecture, its contact, and where its letters go."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from facilities import desks
from facilities.models import DeskAddress
from keynet.accounts.audience import person
from nursecenter import contact as contacts
from nursecenter.forms.contact import ContactForm, LetterAddressForm
from nursecenter.nurse_postings import COLUMNS, NursePostingFilter, nurse_postings
from postings.exports.writer import download
from postings.wording.pay import wage

A_PAGE = 50


@require_safe
def postings(request: HttpRequest, prefecture: str) -> HttpResponse:
    """List the nurse postings that can be introduced, with whom to call."""
    found = NursePostingFilter(request.GET, queryset=nurse_postings(prefecture, person(request)))
    page = Paginator(found.qs, A_PAGE).get_page(request.GET.get("page"))
    rows = [(posting, wage(posting)) for posting in page]
    context = {
        "filter": found,
        "page": page,
        "rows": rows,
        "prefecture": prefecture,
        "query": request.GET.urlencode(),
    }
    return render(request, "nursecenter/console/postings.html", context)


@require_safe
def export(request: HttpRequest, prefecture: str) -> HttpResponseBase:
    """Send the same list as a file, narrowed by the same conditions; the list says what to correct in them."""
    found = NursePostingFilter(request.GET, queryset=nurse_postings(prefecture, person(request)))
    if not found.is_valid():
        return redirect(reverse("nurse_center:postings", args=[prefecture], query=request.GET))
    return download(f"nurse_postings_{prefecture}", COLUMNS, found.qs)


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, prefecture: str) -> HttpResponse:
    """Show the center's contact and its letter addresses; a POST corrects the contact."""
    form = ContactForm(request.POST or None, instance=contacts.own_desk(prefecture))
    if request.method == "POST" and form.is_valid():
        contacts.correct(form.instance, by=person(request))
        messages.success(
            request, "連絡先を保存しました。ナースセンターの一覧と求人のページに、すぐに載ります"
        )
        return redirect("nurse_center:contact", prefecture)
    return _contact_page(request, prefecture, form, LetterAddressForm())


@require_POST
def add_address(request: HttpRequest, prefecture: str) -> HttpResponse:
    """Register one more address for letters."""
    form = LetterAddressForm(request.POST)
    if form.is_valid():
        try:
            desks.register_address(
                prefecture, contacts.NURSE_CENTER, form.cleaned_data["mail"], by=person(request)
            )
        except desks.AlreadyRegistered:
            form.add_error("mail", "この送付先は登録されています。別のメールアドレスを入力してください")
        else:
            messages.success(request, "送付先を登録しました。これから公開される看護職の募集をお知らせします")
            return redirect("nurse_center:contact", prefecture)
    return _contact_page(request, prefecture, ContactForm(instance=contacts.own_desk(prefecture)), form)


@require_POST
def stop_address(request: HttpRequest, prefecture: str, pk: int) -> HttpResponse:
    """End the letters to one of the center's addresses."""
    own = DeskAddress.objects.active().filter(desk__prefecture=prefecture, desk__kind=contacts.NURSE_CENTER)
    desks.stop_address(get_object_or_404(own, pk=pk), by=person(request))
    messages.success(request, "送付先を停止しました")
    return redirect("nurse_center:contact", prefecture)


def _contact_page(
    request: HttpRequest, prefecture: str, form: ContactForm, address_form: LetterAddressForm
) -> HttpResponse:
    context = {
        "prefecture": prefecture,
        "desk": contacts.own_desk(prefecture),
        "form": form,
        "address_form": address_form,
        "addresses": contacts.letter_addresses(prefecture),
    }
    return render(request, "nursecenter/console/contact.html", context)
