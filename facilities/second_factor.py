"""Admins of a facility need a second step at login, and hear when the office took off a colleague's."""

from facilities.models import Membership
from keynet.accounts.letters import COLLEAGUE_RESET
from keynet.accounts.models import User
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Event


def is_admin_somewhere(user: User) -> bool:
    """Return whether the person decides about others at some facility."""
    return Membership.objects.admins().filter(user=user).exists()


def tell_admins_of_reset(event: Event) -> None:
    """Write to the other admins of every facility to which the person belongs, once for each reset."""
    own = Membership.objects.current().filter(user=event.subject_id)
    admins = Membership.objects.admins().filter(facility__in=own.values("facility"))
    person = User.objects.get(pk=event.subject_id)
    for admin in admins.exclude(user=person).select_related("user", "facility").order_by("pk"):
        write_letter(
            COLLEAGUE_RESET,
            about=person,
            to=admin.user.email,
            to_name=admin.user.name,
            context={"name": person.name, "facility": admin.facility.name},
            period=f"{event.pk}:{admin.facility_id}",
        )
