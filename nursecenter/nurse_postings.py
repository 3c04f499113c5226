"""The nurse postings that a center reads to tell its registered seekers and to introduce them (circular of 2021-05-06, 2).

Also the file it takes away (domain.md F.4). Names that the public does not see stand in both: a center that
introduces somebody has to call the facility.
"""

import django_filters
from django.db.models import QuerySet

from keynet.accounts.models import User
from keynet.forms import Form
from keynet.vocabulary.occupations import NURSING, Occupation
from keynet.vocabulary.recruiting import Tag
from keynet.vocabulary.terms import OnCall
from postings.exports import expressions as say
from postings.exports.columns import DEPARTMENT, OPEN_DATA, PHONE, choice, disclosed
from postings.exports.writer import Column
from postings.lifecycle import OPEN
from postings.lifecycle import PostingStatus as S
from postings.models import Posting

NIGHTS = say.Sql(
    "nullif(concat_ws('、', CASE {0} WHEN 0 THEN 'ありません' ELSE '月' || {0} || '回ほど' END, "
    f"CASE {{1}} WHEN '{OnCall.NONE}' THEN 'オンコールはありません' WHEN '{OnCall.SOME}' THEN 'オンコールがあります' END, "
    "nullif({2}, '')), '')",
    "night_count",
    "on_call",
    "night_note",
)
COLUMNS = [
    *disclosed(OPEN_DATA),
    Column("夜勤", say.text(NIGHTS)),
    Column("託児", choice("childcare")),
    Column("ブランク可", say.yes_no(say.Sql(f"'{Tag.AFTER_BREAK}' = ANY({{0}})", "tags"))),
    DEPARTMENT,
    PHONE,
]


class NursePostingFilter(django_filters.FilterSet):
    """Narrows the list."""

    occupation = django_filters.ChoiceFilter(
        label="職種",
        choices=[(choice.value, choice.label) for choice in Occupation if choice in NURSING],
        empty_label="すべて",
    )
    status = django_filters.ChoiceFilter(
        label="状態",
        choices=[(state.value, state.label) for state in S if state in OPEN],
        empty_label="すべて",
    )

    class Meta:
        model = Posting
        fields: tuple[str, ...] = ()
        form = Form


def nurse_postings(prefecture: str, reader: User) -> "QuerySet[Posting]":
    """Return the live and paused nurse postings of a prefecture, the newest first."""
    seen = Posting.objects.visible_to(reader).filter(
        work_prefecture=prefecture, occupation__in=NURSING, status__in=OPEN
    )
    return seen.for_list().order_by("-published_at", "-pk")
