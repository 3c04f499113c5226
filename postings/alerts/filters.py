"""What office and ministry narrow their lists by."""

import django_filters
from django.db.models import QuerySet

from keynet.forms import Form
from keynet.outbox.letters import LETTER_KINDS
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from postings.alerts.lifecycle import RecruiterStatus
from postings.alerts.models import Recruiter
from postings.models import Posting
from postings.search.filters import DAY_EXAMPLE, DayFilter


class LetterFilter(django_filters.FilterSet):
    """Finds letters by what they are, what became of them, what they are about and when they were written."""

    kind = django_filters.ChoiceFilter(
        label="手紙の種類",
        choices=lambda: [(kind.name, kind.title) for kind in LETTER_KINDS.values()],
        empty_label="すべて",
    )
    status = django_filters.ChoiceFilter(label="結果", choices=Letter.Status.choices, empty_label="すべて")
    number = django_filters.CharFilter(label="募集番号", method="of_number")
    day = DayFilter(field_name="created_at", lookup_expr="date", label="作成した日", help_text=DAY_EXAMPLE)

    class Meta:
        model = Letter
        fields: tuple[str, ...] = ()
        form = Form

    def of_number(self, found: QuerySet[Letter], name: str, value: str) -> QuerySet[Letter]:
        """Keep the letters about the posting with this printed number."""
        posting = Posting.objects.numbered(value.strip().upper()).first()
        return found.filter(subject=subject_key(posting)) if posting else found.none()


class RecruiterFilter(django_filters.FilterSet):
    """Finds recruiters by state and name."""

    status = django_filters.ChoiceFilter(label="状態", choices=RecruiterStatus.choices, empty_label="すべて")
    words = django_filters.CharFilter(field_name="company", lookup_expr="icontains", label="事業者の名称")

    class Meta:
        model = Recruiter
        fields: tuple[str, ...] = ()
        form = Form
