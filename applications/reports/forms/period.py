"""From which day to which day a report counts."""

from datetime import date
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils import timezone

from keynet.forms import DateField, Form

Rows = TypeVar("Rows", bound=QuerySet[Any])


class PeriodForm(Form):
    """Two days; without them the fiscal year (from April) up to today."""

    since = DateField(label="期間の始まり", earliest=2020, required=False)
    until = DateField(label="期間の終わり", earliest=2020, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.initial = {"since": fiscal_year_of(today), "until": today}

    @property
    def days(self) -> tuple[date, date]:
        """Return first and last day; what was not understood counts as not asked."""
        today = timezone.localdate()
        asked = self.cleaned_data if self.is_valid() else {}
        last = asked.get("until") or today
        return asked.get("since") or fiscal_year_of(last), last

    def within(self, rows: Rows, column: str) -> Rows:
        """Return the rows whose day lies in the period; `column` is a lookup that gives a day."""
        return rows.filter(**{f"{column}__range": self.days})


def fiscal_year_of(day: date) -> date:
    """Return the first of April of the fiscal year that a day belongs to."""
    return date(day.year if day.month >= 4 else day.year - 1, 4, 1)
