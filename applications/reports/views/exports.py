"""Office and ministry take all postings away: how many, what for, in which form; and who did so before."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from applications.reports import making
from applications.reports.forms.export import ExportForm
from applications.reports.models import Export
from applications.reports.models.export import Form
from applications.reports.posting_export import FOR_THE_MINISTRY
from applications.reports.tables import table_of, tables_of
from keynet.accounts.audience import audience_of, person
from keynet.accounts.fresh import fresh_login_required
from postings.exports.writer import download, file_name

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def exports(request: HttpRequest) -> HttpResponse:
    """List who of this body took what away, the newest first."""
    own = _visible(request).select_related("asked_by").order_by("-asked_at", "-pk")
    context = {
        "page": Paginator(own, 50).get_page(request.GET.get("page")),
        "tables": tables_of(_body(request)),
    }
    return render(request, "applications/reports/exports.html", context)


@fresh_login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponseBase:
    """Show how many postings fit the conditions of the address; a POST takes them away."""
    found = making.found(request.GET, person(request))
    rows = found.qs.order_by().count() if found.is_valid() else 0
    form = ExportForm(request.POST or None)
    if request.method == "POST" and found.is_valid() and form.is_valid():
        asked = form.cleaned_data | {"query": request.GET.urlencode()[:1000], "rows": rows}
        export = making.ask(by=person(request), body=_body(request), **asked)
        if export.form == Form.CSV:
            return download("all_postings", FOR_THE_MINISTRY, found.qs)
        return redirect(_address(request, "exports:one", export.public_id))
    context = {"filter": found, "rows": rows, "form": form, "query": request.GET.urlencode()}
    return render(request, "applications/reports/export_new.html", context)


@require_safe
def one(request: HttpRequest, export: str) -> HttpResponse:
    """Show how far a file has come, and its maker where to fetch it."""
    found = get_object_or_404(_visible(request).select_related("asked_by"), public_id=export)
    is_own = found.asked_by_id == person(request).pk
    context = {"export": found, "is_own": is_own, "table": table_of(found.body, found.content)}
    return render(request, "applications/reports/export.html", context)


@fresh_login_required
@require_safe
def file(request: HttpRequest, export: str) -> StreamingHttpResponse:
    """Send the file to whoever asked for it, for a day; to everybody else it does not exist."""
    found = get_object_or_404(_visible(request), public_id=export, asked_by=person(request))
    if not found.is_ready:
        raise Http404
    numbers = list(found.parts.order_by("number").values_list("number", flat=True))
    pieces = (bytes(found.parts.get(number=number).content) for number in numbers)
    headers = {"Content-Disposition": f'attachment; filename="{file_name("all_postings", "xlsx")}"'}
    return StreamingHttpResponse(pieces, content_type=EXCEL, headers=headers)


def _visible(request: HttpRequest) -> QuerySet[Export]:
    return Export.objects.visible_to(person(request)).filter(body=_body(request))


def _body(request: HttpRequest) -> str:
    """Return whose console this is: office or ministry."""
    audience = audience_of(request.path_info)
    return audience.name if audience else ""


def _address(request: HttpRequest, name: str, *args: object) -> str:
    """Return the address within the console that the request came to."""
    console = request.resolver_match.namespace if request.resolver_match else None
    return reverse(name, args=args, current_app=console)
