"""Office and ministry see counts; in an emergency one person opens one application, and its facility is told."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from applications.models import Application, Emergency
from applications.safekeeping.letters import OPENED_IN_EMERGENCY
from keynet.accounts.actors import BODIES
from keynet.accounts.models import User
from keynet.outbox.events import record
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Event


def find(number: str) -> Application | None:
    """Return the application of a printed number whose person is still known."""
    key = number.rpartition("-")[2]
    rows = Application.objects.received().known().select_related("posting__facility")
    found = rows.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 19 else None
    return found if found and found.number == number else None


def open_in_emergency(application: Application, *, reason: str, body: str, by: User) -> Emergency:
    """Open one application to one person for a quarter of an hour."""
    if body not in BODIES or not by.serves(body):
        raise PermissionDenied
    with transaction.atomic():
        emergency = Emergency.objects.create(application=application, opened_by=by, body=body, reason=reason)
        record(
            "application.opened_in_emergency",
            subject=application,
            actor=by.actor_key,
            emergency=emergency.pk,
        )
    return emergency


def tell_facility(event: Event) -> None:
    """Reaction: every admin of the facility hears of it; the reason stands behind the login."""
    emergency = Emergency.objects.select_related("application__posting__facility").get(
        pk=event.data["emergency"]
    )
    facility = emergency.application.posting.facility
    context = {
        "number": emergency.application.number,
        "body": emergency.get_body_display(),
        "url": settings.SITE_URL + reverse("readings:list", args=[facility.public_id]),
    }
    for to in sorted(facility.memberships.admins().values_list("user__email", flat=True)):
        write_letter(
            OPENED_IN_EMERGENCY,
            about=emergency.application,
            to=to,
            context=context,
            period=f"emergency:{emergency.pk}",
        )
