"""How many business days passed, said by the database: the days themselves stand in the query (no table of them)."""

from datetime import date, timedelta
from functools import cache
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Expression, F, Field, IntegerField
from django.db.models.sql.compiler import SQLCompiler
from django.utils import timezone

from keynet.vocabulary.business_days import CUT_OFF, is_business_day
from postings.exports.expressions import Sql

FIRST = date(2020, 1, 1)
"""The service began later."""


class BusinessDaysTaken(Sql):
    """Say how many business days lie between two moments, a receipt and its answer; nothing without an answer.

    The day that a receipt counts for is `keynet.vocabulary.business_days.received_on`; an answer on it took 0.
    """

    output_field: ClassVar[Field] = IntegerField()

    def __init__(self, received_at: Expression | F | str, answered_at: Expression | F | str) -> None:
        super().__init__("", received_at, answered_at)

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """Write the days into the query when it is made: they reach to the end of next year."""
        days = _business_days(timezone.localdate().year + 1)
        there, answered = (f"({{{n}}} AT TIME ZONE '{settings.TIME_ZONE}')" for n in (0, 1))

        def passed(day: str) -> str:
            return f"width_bucket({day}, {days})"

        today, yesterday = passed(f"{there}::date"), passed(f"{there}::date - 1")
        in_time = f"{there}::time <= '{CUT_OFF}' AND {today} > {yesterday}"
        counted_for = f"({today} + CASE WHEN {in_time} THEN 0 ELSE 1 END)"
        self.template = f"greatest(0, {passed(f'{answered}::date')} - {counted_for})"
        return super().as_sql(compiler, connection)


@cache
def _business_days(last_year: int) -> str:
    """Return all business days up to the end of a year as an array of the database."""
    count = (date(last_year, 12, 31) - FIRST).days + 1
    days = (FIRST + timedelta(days=passed) for passed in range(count))
    return f"'{{{{{','.join(str(day) for day in days if is_business_day(day))}}}}}'::date[]"
