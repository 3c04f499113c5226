"""How the office narrows its queue and its list of all postings."""

import django_filters
from django.db.models import QuerySet
from django.utils import timezone

from keynet.forms import Form
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import GROUPED_CHOICES
from postings.lifecycle import PostingStatus
from postings.models import Posting
from postings.models.queryset import PostingQuerySet


class QueueFilter(django_filters.FilterSet):
    """Narrows the queue."""

    prefecture = django_filters.ChoiceFilter(
        field_name="work_prefecture", label="都道府県", choices=GROUPED_CHOICES, empty_label="すべて"
    )
    occupation = django_filters.ChoiceFilter(label="職種", choices=Occupation.choices, empty_label="すべて")
    kind = django_filters.ChoiceFilter(
        label="区分",
        choices=[("new", "新規の申請"), ("more", "追加の募集")],
        empty_label="すべて",
        method="of_kind",
    )
    due = django_filters.ChoiceFilter(
        label="期限",
        choices=[("today", "今日が期限"), ("overdue", "期限超過")],
        empty_label="すべて",
        method="of_due",
    )

    class Meta:
        model = Posting
        fields: tuple[str, ...] = ()
        form = Form

    def of_kind(self, found: QuerySet[Posting], name: str, value: str) -> QuerySet[Posting]:
        """Keep first postings of registrations, or those of known facilities."""
        return found.filter(registration__isnull=value != "new")

    def of_due(self, found: QuerySet[Posting], name: str, value: str) -> QuerySet[Posting]:
        """Keep what is due today, or what should have been answered before."""
        today = timezone.localdate()
        return found.filter(due_on=today) if value == "today" else found.filter(due_on__lt=today)


class PostingFilter(django_filters.FilterSet):
    """Finds a posting among all that were ever handed in."""

    status = django_filters.ChoiceFilter(
        label="状態",
        choices=[choice for choice in PostingStatus.choices if choice[0] != "draft"],
        empty_label="すべて",
    )
    words = django_filters.CharFilter(label="番号・施設名", method="of_words")
    prefecture = django_filters.ChoiceFilter(
        field_name="work_prefecture", label="都道府県", choices=GROUPED_CHOICES, empty_label="すべて"
    )

    changed = django_filters.ChoiceFilter(
        label="公開後の変更", choices=[("1", "確かめていない変更")], empty_label="すべて", method="if_flagged"
    )

    class Meta:
        model = Posting
        fields: tuple[str, ...] = ()
        form = Form

    def if_flagged(self, found: PostingQuerySet, name: str, value: str) -> PostingQuerySet:
        """Keep public postings with a change that the office has not looked at."""
        return found.flagged()

    def of_words(self, found: PostingQuerySet, name: str, value: str) -> PostingQuerySet:
        """Find by the printed number, or by a part of the facility's name."""
        by_number = found.numbered(value.strip().upper())
        return by_number if by_number.exists() else found.filter(facility__name__icontains=value.strip())
