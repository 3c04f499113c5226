"""The ministry reads how many were hired and trained, whom to remind, and takes the lists away."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from applications.models import Hire
from applications.reports import exports, figures, making
from applications.reports.forms.files import FilesForm
from applications.reports.models.export import Content, Form
from applications.reports.narrowing import HireFilter, asked_by
from keynet.accounts.audience import person
from keynet.accounts.fresh import fresh_login_required
from keynet.accounts.models.appointment import Body
from postings.exports.writer import download

A_PAGE = 50


@require_safe
def training(request: HttpRequest) -> HttpResponse:
    """Show the counts by prefecture, occupation or program on one page."""
    by = asked_by(request.GET)
    found = figures.lines(figures.scope(Hire.objects.visible_to(person(request))), by)
    context = {
        "kinds": figures.By,
        "by": by,
        "lines": found,
        "total": figures.total(found),
        "at": timezone.now(),
    }
    return render(request, "applications/reports/training.html", context)


@require_safe
def facilities(request: HttpRequest) -> HttpResponse:
    """Say who has not reported, the work that began first before all: facility, work and numbers, never a person."""
    found = HireFilter(request.GET, queryset=Hire.objects.visible_to(person(request)).active())
    context = {
        "filter": found,
        "page": Paginator(figures.to_remind(found.qs), A_PAGE).get_page(request.GET.get("page")),
        "facilities": figures.facilities_to_remind(found.qs),
        "people": found.qs.filter(training_report=None).count(),
        "query": urlencode({"content": Content.DUE.value} | found.chosen),
    }
    return render(request, "applications/reports/facilities.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@fresh_login_required
def files(request: HttpRequest) -> HttpResponseBase:
    """Ask which list is taken away and what for, write that down, and send it, narrowed as the address says."""
    found = HireFilter(request.GET, queryset=Hire.objects.visible_to(person(request)))
    begun = {"content": request.GET.get("content", "")}
    form = FilesForm(request.POST if request.method == "POST" else None, initial=begun)
    if not form.is_valid():
        return render(request, "applications/reports/files.html", {"form": form, "filter": found})
    file = exports.file_of(form.cleaned_data["content"], found.qs, found.outside())
    making.ask(
        by=person(request),
        body=Body.MINISTRY,
        form=Form.CSV,
        query=urlencode(found.chosen),
        rows=file.rows.count(),
        **form.cleaned_data,
    )
    return download(file.name, file.columns, file.rows)
