"""F.5: the postings for doctors, to be handed to doctor banks and Save the town (domain.md F).

Names that the public does not see stand in it: a bank that introduces somebody has to call the facility. 重点区域 is
not asked of facilities, so that there is no such column.
"""

import django_filters
from django.db.models import QuerySet

from keynet.accounts.models import User
from keynet.forms import Form
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import GROUPED_CHOICES
from keynet.vocabulary.terms import WageType
from postings.exports import expressions as say
from postings.exports.columns import DEPARTMENT, OPEN_DATA, PHONE, disclosed, term
from postings.exports.writer import Column
from postings.models import Posting
from postings.search.filters import DAY_EXAMPLE, DayFilter

REWARD = say.Sql(
    "CASE WHEN {1} IS NOT NULL THEN concat({0}, to_char({1}, 'FM999,999,999'), '円', "
    "CASE WHEN {2} > {1} THEN '〜' || to_char({2}, 'FM999,999,999') || '円' END) END",
    say.label("wage_type", WageType.choices),
    "wage_min",
    "wage_max",
)
FOR_DOCTOR_BANKS = [
    *disclosed(OPEN_DATA),
    Column("診療科", term("departments")),
    Column("スポット日程", term("spot_dates")),
    Column("報酬", REWARD),
    Column("報酬の手当・内訳", term("wage_note")),
    DEPARTMENT,
    PHONE,
]


class DoctorPostingFilter(django_filters.FilterSet):
    """Narrows the file."""

    prefecture = django_filters.ChoiceFilter(
        field_name="work_prefecture", label="都道府県", choices=GROUPED_CHOICES, empty_label="すべて"
    )
    since = DayFilter(
        field_name="published_at",
        lookup_expr="date__gte",
        label="公開日（この日から）",
        help_text=DAY_EXAMPLE,
    )
    until = DayFilter(
        field_name="published_at",
        lookup_expr="date__lte",
        label="公開日（この日まで）",
        help_text=DAY_EXAMPLE,
    )

    class Meta:
        model = Posting
        fields: tuple[str, ...] = ()
        form = Form


def doctor_postings(reader: User) -> "QuerySet[Posting]":
    """Return what doctors can be introduced to now: no bank passes on a posting that is paused or over."""
    wanted = Posting.objects.visible_to(reader).live().filter(occupation=Occupation.DOCTOR)
    return wanted.for_list().order_by("-pk")
