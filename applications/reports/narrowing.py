"""How the figures are narrowed: the table's kind of line and one value of it, from the address."""

from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from applications.models import Hire
from applications.reports.figures import COLUMNS, WORDS, By


def asked_by(params: QueryDict) -> By:
    """Return what the table has its lines for; prefectures unless another known word is asked for."""
    asked = params.get("by", "")
    return By(asked) if asked in By.values else By.PREFECTURE


def narrowed(hires: QuerySet[Hire], params: QueryDict) -> tuple[QuerySet[Hire], str]:
    """Return the hires with the values of the address, and these values in words; unknown ones say nothing."""
    chosen: dict[str, Any] = {}
    words = []
    for by in By:
        value = params.get(by.value, "")
        if value in WORDS[by]:
            chosen[f"posting__{COLUMNS[by]}"] = value
            words.append(WORDS[by][value])
    return hires.filter(**chosen), "、".join(words)
