"""Hires whose training nobody has reported yet, for 「今日すること」 on the facility's home."""

from collections.abc import Iterator

from django.urls import reverse

from applications.models import Hire
from facilities.models import Facility
from postings.upkeep.todo import Todo


def todos_of_reports(facility: Facility) -> Iterator[Todo]:
    """Yield one line while a report is due."""
    due = Hire.objects.active().filter(posting__facility=facility, training_report=None).count()
    if due:
        words = f"研修の報告が済んでいない採用が{due}件あります。受講のあとに報告してください"
        yield Todo(words, "研修を報告する", reverse("hires:list", args=[facility.public_id]))
