"""The postings that a prefecture reads, and the file it takes away (domain.md F.3).

The numbers of applications in F.3 belong to the layer above and are not in this file.
"""

import django_filters
from django.db.models import QuerySet

from keynet.accounts.models import User
from keynet.forms import Form
from keynet.vocabulary.contact import format_phone
from keynet.vocabulary.occupations import Occupation
from postings.exports.columns import OPEN_DATA, public_name
from postings.exports.writer import Column
from postings.lifecycle import READ_BY_PREFECTURE
from postings.models import Posting

COLUMNS = [
    *(column for column in OPEN_DATA if column.of is not public_name),
    Column("施設名", lambda posting: posting.facility.name),
    Column("担当部署", lambda posting: posting.contact_department),
    Column("電話", lambda posting: format_phone(posting.contact_phone)),
    Column("採用数", lambda posting: posting.hired_count),
]


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
