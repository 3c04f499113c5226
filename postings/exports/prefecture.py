"""The postings that a prefecture reads, and the file it takes away (domain.md F.3).

The numbers of applications in F.3 belong to the layer above, which adds them (`applications.reports`).
"""

import django_filters
from django.db.models import QuerySet

from keynet.accounts.models import User
from keynet.forms import Form
from keynet.vocabulary.occupations import Occupation
from postings.exports.columns import DEPARTMENT, OPEN_DATA, PHONE, disclosed
from postings.lifecycle import READ_BY_PREFECTURE
from postings.models import Posting

OF_PREFECTURE = [*disclosed(OPEN_DATA), DEPARTMENT, PHONE]


class PrefectureFilter(django_filters.FilterSet):
    """Narrows the list."""

    status = django_filters.ChoiceFilter(
        label="状態",
        choices=[(state.value, state.label) for state in READ_BY_PREFECTURE],
        empty_label="すべて",
    )
    occupation = django_filters.ChoiceFilter(label="職種", choices=Occupation.choices, empty_label="すべて")

    class Meta:
        model = Posting
        fields: tuple[str, ...] = ()
        form = Form


def postings_of(prefecture: str, reader: User) -> "QuerySet[Posting]":
    """Return the prefecture's postings from the office's check on, the newest first."""
    own = Posting.objects.visible_to(reader).filter(work_prefecture=prefecture, status__in=READ_BY_PREFECTURE)
    return own.for_list().order_by("-pk")
