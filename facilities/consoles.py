"""The consoles that memberships give a person."""

from collections.abc import Iterator

from django.urls import reverse

from facilities.models import Facility
from keynet.accounts.consoles import Console
from keynet.accounts.models import User


def facility_consoles(user: User) -> Iterator[Console]:
    """Yield one console for each facility that the person acts for."""
    for facility in Facility.objects.visible_to(user).order_by("name", "pk"):
        yield Console(facility.name, reverse("facility:home", args=[facility.public_id]))
