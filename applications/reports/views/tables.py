"""Office and ministry take a table away: how many lines, what for; recorded like every file."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from applications.reports import making
from applications.reports.forms.tables import TableForm
from applications.reports.models.export import Form
from applications.reports.tables import table_of
from keynet.accounts.audience import audience_of, person
from keynet.accounts.fresh import fresh_login_required
from postings.exports.writer import download


@fresh_login_required
@require_http_methods(["GET", "HEAD", "POST"])
def table(request: HttpRequest, content: str) -> HttpResponseBase:
    """Show how many lines fit the conditions of the address; a POST takes them away."""
    audience = audience_of(request.path_info)
    body = audience.name if audience else ""
    wanted = table_of(body, content)
    if wanted is None:
        raise Http404
    found = wanted.found(request.GET, person(request))
    rows = found.qs.order_by().count() if found.is_valid() else 0
    query = urlencode(dict(found.data.items()))
    form = TableForm(request.POST if request.method == "POST" else None)
    if found.is_valid() and form.is_valid():
        facts = form.cleaned_data | {"query": query[:1000], "rows": rows}
        making.ask(by=person(request), body=body, form=Form.CSV, content=content, **facts)
        return download(wanted.name, wanted.columns, found.qs)
    context = {"table": wanted, "filter": found, "rows": rows, "form": form, "query": query}
    return render(request, "applications/reports/table.html", context)
