"""The consoles that memberships give a person."""

from collections import Counter
from collections.abc import Iterator

from django.urls import reverse

from facilities.models import Facility
from keynet.accounts.consoles import Console
from keynet.accounts.models import User


def facility_consoles(user: User) -> Iterator[Console]:
    """Yield one console for each facility that the person acts for; namesakes are told apart by their place."""
    facilities = list(Facility.objects.visible_to(user).order_by("name", "pk"))
    bearers = Counter(facility.name for facility in facilities)
    for facility in facilities:
        label = facility.name if bearers[facility.name] == 1 else f"{facility.name}（{facility.place}）"
        yield Console(label, reverse("facility:home", args=[facility.public_id]))
