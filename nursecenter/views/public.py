"""What anyone may read: the directory of the nurse centers, one center, and the cumulative table."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from facilities.models import Desk
from keynet.vocabulary.prefectures import PREFECTURES
from nursecenter import reading
from nursecenter import table as tables
from nursecenter.directory import Center, centers_by_region, nursing_in
from nursecenter.models import StatReport
from postings.search.tallies import standing


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Show the centers by region."""
    regions = centers_by_region()
    has_history = any(center.desk.phone_as_of for _name, centers in regions for center in centers)
    context = {"regions": regions, "has_history": has_history}
    return render(request, "nursecenter/public/directory.html", context)


@require_safe
def center(request: HttpRequest, code: str) -> HttpResponse:
    """Show one center: how to reach it, the nursing work of its prefecture, its figures."""
    desk = get_object_or_404(Desk.objects.open(), kind=Desk.Kind.NURSE_CENTER, prefecture=code)
    report = StatReport.objects.published().first()
    row = report.rows.filter(prefecture=code).first() if report else None
    figures = zip(report.columns.all(), row.figures, report.totals, strict=True) if report and row else ()
    context = {
        "center": Center(desk, PREFECTURES[code], standing(nursing_in(code)).total),
        "report": report,
        "figures": list(figures),
    }
    return render(request, "nursecenter/public/center.html", context)


@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """Show the published table in the asked order; without one, say so."""
    report = StatReport.objects.published().first()
    if report is None:
        return render(request, "nursecenter/public/no_table.html")
    columns = list(report.columns.all())
    asked = request.GET.get("sort", "")
    order = tables.read_order(asked, columns)
    context = {
        "report": report,
        "table": tables.build(report, columns, order or tables.Order()),
        "unknown_order": asked if asked and order is None else "",
        "notes": list(report.notes.all()),
        "period_notes": [column.period_note for column in columns if column.period_note],
    }
    return render(request, "nursecenter/public/table.html", context)


@require_safe
def table_csv(request: HttpRequest) -> HttpResponse:
    """Hand out the published table's file, byte for byte as it was imported."""
    report = StatReport.objects.published().defer(None).first()
    if report is None:
        raise Http404
    source = bytes(report.source)
    how = reading.dialect(source)
    return HttpResponse(
        source,
        content_type=how.media_type,
        headers={"Content-Disposition": f'attachment; filename="nursecenter_{report.as_of}.{how.extension}"'},
    )
