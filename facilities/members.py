"""Who acts for a facility from when to when: a role changes, a person leaves or is removed; the last admin stays.

Every verb holds the facility's row, so that of two admins who remove each other the second finds out that they are none
any more. The trigger `membership_last_admin` keeps the rule for every other way into the table.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from facilities.invitations import take_back_invitations_of
from facilities.letters import MEMBERSHIP_ENDED
from facilities.models import Facility, Membership
from facilities.permissions import administers_its_facility, may_end
from keynet.accounts.first_login import withdraw_first_login
from keynet.lifecycle import Actor, NotNow
from keynet.outbox.events import record
from keynet.outbox.letters import write_letter

LEAVINGS: list[Callable[[Membership], None]] = []
"""Filled by the apps' configs: what else a person loses in the moment of leaving, e.g. links mailed to them."""


class LastAdmin(Exception):
    """Nobody would be left who decides about the facility's people."""

    sentence = "この方は最後の管理者です。ほかの方を管理者にしてから、もう一度操作してください"


def change_role(membership: Membership, role: str, *, by: Actor) -> None:
    """Make somebody an admin, or a member like the others; raises LastAdmin."""
    with _changing(membership, by=by, may=administers_its_facility):
        if membership.role == role:
            raise NotNow(membership, "change_role")
        _keep_an_admin(membership)
        take_back_invitations_of(membership, by=by)
        membership.role = role
        membership.save(update_fields=["role"])
        record("membership.role_changed", subject=membership, actor=by.actor_key, role=role)


def end(membership: Membership, *, by: Actor) -> None:
    """Leave (oneself) or be removed (by an admin): from the next request on nothing of the facility opens.

    Raises LastAdmin. Their other facilities and bodies stay as they are.
    """
    with _changing(membership, by=by, may=may_end):
        _keep_an_admin(membership)
        take_back_invitations_of(membership, by=by)
        membership.left_at = timezone.now()
        membership.save(update_fields=["left_at"])
        _withdraw_links(membership)
        left = by == membership.user
        record("membership.left" if left else "membership.removed", subject=membership, actor=by.actor_key)
        context = {"facility": membership.facility.name, "left": left}
        write_letter(MEMBERSHIP_ENDED, about=membership, to=membership.user.email, context=context)


def is_last_admin(membership: Membership) -> bool:
    """Return whether nobody else could decide about the facility's people."""
    others = membership.facility.memberships.admins().exclude(pk=membership.pk)
    return membership.is_admin and not others.exists()


@contextmanager
def _changing(membership: Membership, *, by: Actor, may: Callable[[Actor, Any], bool]) -> Iterator[None]:
    with transaction.atomic():
        Facility.objects.select_for_update(no_key=True).get(pk=membership.facility_id)
        membership.refresh_from_db()
        if not may(by, membership):
            raise PermissionDenied
        if membership.left_at:
            raise NotNow(membership, "change")
        yield


def _keep_an_admin(membership: Membership) -> None:
    if is_last_admin(membership):
        raise LastAdmin


def _withdraw_links(membership: Membership) -> None:
    person = membership.user
    if not person.memberships.current().exists() and not person.appointments.current().exists():
        withdraw_first_login(person)
    for leave in LEAVINGS:
        leave(membership)
