"""How a facility narrows its applicants and its questions."""

from typing import Any

import django_filters

from applications.lifecycle import ApplicationStatus, InquiryStatus
from applications.models import Application, Inquiry
from facilities.models import Facility
from keynet.forms import Form
from postings.models import Posting


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


class ApplicationFilter(OfFacility):
    """Narrows the applicants."""

    status = django_filters.ChoiceFilter(
        label="状態",
        choices=[choice for choice in ApplicationStatus.choices if choice[0] != "unproved"],
        empty_label="すべて",
    )
    posting = PostingChoice()

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
