"""How a facility narrows its applicants and its questions."""

from typing import Any

import django_filters

from applications.inbox import DECIDED, UNREAD, late, longest_waiting_first
from applications.lifecycle import ApplicationStatus, InquiryStatus
from applications.models import Application, Inquiry
from applications.models.application import ApplicationQuerySet
from facilities.models import Facility
from keynet.forms import Form
from keynet.vocabulary.occupations import Occupation
from postings.models import Posting

Rows = ApplicationQuerySet


class PostingChoice(django_filters.ModelChoiceFilter):
    """One of the facility's postings, by title and number."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label="募集", queryset=Posting.objects.none(), empty_label="すべて", **kwargs)

    @property
    def field(self) -> Any:
        """Return the form's field, which names a posting as people know it."""
        field = super().field
        field.label_from_instance = lambda posting: f"{posting.title}（{posting.number}）"
        return field


class OfFacility(django_filters.FilterSet):
    """What both lists share: only the facility's own postings are offered."""

    def __init__(self, *args: Any, facility: Facility, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Posting.objects.filter(facility=facility).exclude(published_at=None)
        self.filters["posting"].queryset = own.order_by("-published_at", "-pk")


LATE = ("late", "3営業日を過ぎて連絡のない応募")
DIRECTED = ("directed", "自治体と直接の選考をしている応募")
REFUSED = ("refused", "見送りを決め、まだ知らせていない応募")
UNREAD_BY_US = ("unread", "読んでいないメッセージのある応募")
OLDEST, WAITING = ("oldest", "古い順"), ("waiting", "長く待っている順")


class ApplicationFilter(OfFacility):
    """Narrows the applicants, and puts them in order."""

    status = django_filters.ChoiceFilter(
        label="状態",
        choices=[
            LATE,
            DIRECTED,
            REFUSED,
            UNREAD_BY_US,
            *(choice for choice in ApplicationStatus.choices if choice[0] != "unproved"),
        ],
        empty_label="すべて",
        method="of_status",
    )
    posting = PostingChoice()
    licence = django_filters.ChoiceFilter(
        label="資格・職種", choices=Occupation.choices, empty_label="すべて", method="of_licence"
    )
    order = django_filters.ChoiceFilter(
        label="並び順", choices=[OLDEST, WAITING], empty_label="新しい順", method="in_order"
    )

    def of_status(self, rows: Rows, name: str, value: str) -> Rows:
        """Keep one state, or one of those that are none: overdue, selected directly, refused but not told, unread."""
        if value == DIRECTED[0]:
            return rows.undecided().filter(direct_selection_on__isnull=False)
        if value == REFUSED[0]:
            return rows.filter(DECIDED)
        if value == UNREAD_BY_US[0]:
            return rows.filter(UNREAD)
        return late(rows) if value == LATE[0] else rows.filter(status=value)

    def of_licence(self, rows: Rows, name: str, value: str) -> Rows:
        """Keep who has this licence among others."""
        return rows.filter(licences__contains=[value])

    def in_order(self, rows: Rows, name: str, value: str) -> Rows:
        """Put the rows in an order other than the newest first."""
        return longest_waiting_first(rows) if value == WAITING[0] else rows.order_by("submitted_at", "pk")

    class Meta:
        model = Application
        fields: tuple[str, ...] = ()
        form = Form


class InquiryFilter(OfFacility):
    """Narrows the questions."""

    status = django_filters.ChoiceFilter(
        label="状態",
        choices=[choice for choice in InquiryStatus.choices if choice[0] != "unproved"],
        empty_label="すべて",
    )
    posting = PostingChoice()

    class Meta:
        model = Inquiry
        fields: tuple[str, ...] = ()
        form = Form
