"""The training of somebody who was hired, as it was reported: for the person's own pages."""

from collections.abc import Iterable
from typing import Any

from django import template

from applications.models import Application, Hire
from applications.reports.models import TrainingReport

register = template.Library()


@register.inclusion_tag("applications/reports/own_training.html")
def training_of(applications: Iterable[Application]) -> dict[str, Any]:
    """Draw what was reported for each hire that stands, or that nothing was reported yet; nothing without a hire."""
    hires = Hire.objects.active().filter(application__in=[row.pk for row in applications])
    rows = list(hires.select_related("application", "posting__facility").order_by("-starts_on", "-pk"))
    reported = {report.hire_id: report for report in TrainingReport.objects.filter(hire__in=rows)}
    return {"trainings": [(hire, reported.get(hire.pk)) for hire in rows]}
