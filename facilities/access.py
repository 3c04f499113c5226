"""A facility that lost its access: the office sends a new one to the registered address only, and every admin hears of it.

The address itself is changed by two officers: one asks, another confirms (reliability.md 2.1, 2.2).
"""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from facilities.invitations import invite_again, take_back
from facilities.letters import ACCESS_REISSUED, ADDRESS_CHANGED
from facilities.models import AddressChange, Facility
from facilities.permissions import is_officer
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from keynet.outbox.events import record
from keynet.outbox.letters import write_letter


class AlreadyAsked(Exception):
    """A change of this facility's address waits for its second officer."""


def reissue(facility: Facility, *, by: User) -> None:
    """Invite the registered address as an admin, and tell every present admin; raises TooManyMails."""
    if not is_officer(by, facility) or not facility.registered_email:
        raise PermissionDenied
    with transaction.atomic():
        invite_again(facility, facility.registered_email, by=by)
        event = record("access.reissued", subject=facility, actor=by.actor_key)
        url = settings.SITE_URL + reverse("members:list", args=[facility.public_id])
        context = {"facility": facility.name, "url": url}
        for address in admin_addresses(facility):
            write_letter(ACCESS_REISSUED, about=facility, to=address, context=context, period=str(event.pk))


def ask_change(facility: Facility, email: str, reason: str, *, by: User) -> AddressChange:
    """Ask for another registered address; nothing changes before a second officer confirms. Raises AlreadyAsked."""
    if not is_officer(by, facility):
        raise PermissionDenied
    with transaction.atomic():
        try:
            with transaction.atomic():
                change = AddressChange.objects.create(
                    facility=facility, email=email.lower(), reason=reason, asked_by=by
                )
        except IntegrityError as error:
            raise AlreadyAsked from error
        record("address_change.asked", subject=change, actor=by.actor_key)
        _tell(change, asked=True, addresses={facility.registered_email, *admin_addresses(facility)})
    return change


def confirm_change(change: AddressChange, *, by: User) -> None:
    """The second officer agrees; the former address, the new one and every admin hear of it.

    What was sent to the former address lets nobody in any more.
    """
    with transaction.atomic():
        facility = Facility.objects.select_for_update(no_key=True).get(pk=change.facility_id)
        change.refresh_from_db()
        if not change.email:
            raise NotNow(change, "confirm")
        former = facility.registered_email
        addresses = {former, change.email, *admin_addresses(facility)}
        change.confirm(by=by)
        take_back(facility, former, by=by)
        _tell(change, asked=False, addresses=addresses)


def admin_addresses(facility: Facility) -> list[str]:
    """Return where the facility's present admins are reached."""
    return sorted(facility.memberships.admins().values_list("user__email", flat=True))


def _tell(change: AddressChange, *, asked: bool, addresses: set[str]) -> None:
    context = {"facility": change.facility.name, "asked": asked}
    for address in sorted(addresses - {""}):
        write_letter(
            ADDRESS_CHANGED, about=change, to=address, context=context, period="asked" if asked else "changed"
        )
