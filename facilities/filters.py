"""What the office narrows its list of facilities by."""

import django_filters
from django.db.models import Q, QuerySet

from facilities.models import Facility
from facilities.reminding import silent_facilities
from keynet.forms import Form
from keynet.vocabulary.prefectures import CHOICES

STATES = (
    ("silent", "14日以上、初回ログインがない"),
    ("no_admin", "管理者がいない"),
    ("address", "登録アドレスの変更の確認待ち"),
)


class FacilityFilter(django_filters.FilterSet):
    """Finds facilities by name, place and what the office must look at."""

    words = django_filters.CharFilter(field_name="name", lookup_expr="icontains", label="施設の名称")
    prefecture = django_filters.ChoiceFilter(label="都道府県", choices=CHOICES, empty_label="すべて")
    state = django_filters.ChoiceFilter(label="状態", choices=STATES, empty_label="すべて", method="in_state")

    class Meta:
        model = Facility
        fields: tuple[str, ...] = ()
        form = Form

    def in_state(self, found: QuerySet[Facility], name: str, value: str) -> QuerySet[Facility]:
        """Keep the facilities that somebody of the office has to look at."""
        if value == "silent":
            return found.filter(pk__in=silent_facilities())
        if value == "address":
            return found.filter(address_changes__status="asked")
        current = Q(memberships__left_at=None, memberships__role="admin", memberships__user__is_active=True)
        return found.exclude(pk__in=Facility.objects.filter(current).values("pk"))
