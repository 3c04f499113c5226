"""The tables that the office keeps: minimum wages, and words that mean the same."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from keynet.accounts.audience import person
from keynet.vocabulary.prefectures import PREFECTURES
from postings import wages, words
from postings.forms.reference import CorrectWageForm, MinimumWagesForm, SynonymForm
from postings.models import MinimumWage, Synonym


@require_safe
def tables(request: HttpRequest) -> HttpResponse:
    """Begin with the table that changes every year; each names the other."""
    return redirect("reference:minimum_wages")


@require_safe
def minimum_wages(request: HttpRequest) -> HttpResponse:
    """Show what is in force in each prefecture today, and what comes next."""
    today = timezone.localdate()
    in_force = {wage.prefecture: wage for wage in MinimumWage.objects.in_force(today)}
    coming = {wage.prefecture: wage for wage in MinimumWage.objects.filter(in_force_on__gt=today)}
    rows = [(prefecture, in_force.get(code), coming.get(code)) for code, prefecture in PREFECTURES.items()]
    return render(request, "postings/office/minimum_wages.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def add_minimum_wages(request: HttpRequest) -> HttpResponse:
    """Take a year's rows as they are pasted, all or none."""
    form = MinimumWagesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        added = wages.enter(form.cleaned_data["rows"], by=person(request))
        messages.success(request, f"最低賃金を{added}件、追加しました")
        return redirect("reference:minimum_wages")
    return render(request, "postings/office/minimum_wages_add.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def minimum_wage(request: HttpRequest, place: str) -> HttpResponse:
    """Show every amount of a prefecture with what was corrected; a POST corrects one."""
    rows = MinimumWage.objects.filter(prefecture=place).order_by("-in_force_on")
    if not rows:
        return redirect("reference:minimum_wages")
    form = CorrectWageForm(request.POST or None, rows=rows)
    if request.method == "POST" and form.is_valid():
        wages.correct(**form.cleaned_data, by=person(request))
        messages.success(request, "最低賃金を直しました")
        return redirect("reference:minimum_wage", place)
    context = {"rows": rows, "form": form, "prefecture": PREFECTURES[place], "history": wages.history(rows)}
    return render(request, "postings/office/minimum_wage.html", context)


@require_safe
def synonyms(request: HttpRequest) -> HttpResponse:
    """List the groups."""
    groups = Synonym.objects.order_by("words")
    return render(request, "postings/office/synonyms.html", {"groups": groups})


@require_http_methods(["GET", "HEAD", "POST"])
def add_synonym(request: HttpRequest) -> HttpResponse:
    """Add a group, or first say what its words find."""
    form = SynonymForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and "preview" not in request.POST:
        words.enter(**form.cleaned_data, by=person(request))
        messages.success(request, "同じ意味の言葉を追加しました。1分以内に検索に反映されます")
        return redirect("reference:synonyms")
    return _synonym_page(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def synonym(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a group, or first say what its words find."""
    group = get_object_or_404(Synonym, pk=pk)
    stored = {"words": " ".join(group.words), "apart": " ".join(group.apart)}
    form = SynonymForm(request.POST or None, initial=stored)
    if request.method == "POST" and form.is_valid() and "preview" not in request.POST:
        words.change(group, **form.cleaned_data, by=person(request))
        messages.success(request, "同じ意味の言葉を保存しました。1分以内に検索に反映されます")
        return redirect("reference:synonyms")
    return _synonym_page(request, form, group)


@require_POST
def drop_synonym(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a group."""
    words.drop(get_object_or_404(Synonym, pk=pk), by=person(request))
    messages.success(request, "同じ意味の言葉を消しました。1分以内に検索に反映されます")
    return redirect("reference:synonyms")


def _synonym_page(request: HttpRequest, form: SynonymForm, group: Synonym | None) -> HttpResponse:
    stored = group.words if group else []
    shown = form.cleaned_data["words"] if form.is_bound and form.is_valid() else stored
    context = {"form": form, "group": group, "counts": words.counts(shown)}
    return render(request, "postings/office/synonym.html", context)
