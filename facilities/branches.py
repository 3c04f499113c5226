"""One municipality, several facilities: 保健所, 接種会場 … stand under the government that runs them.

Why a parent and not an organisation of its own: docs/decisions/0012.
"""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from facilities.models import Facility, Membership
from keynet.accounts.models import User
from keynet.outbox.events import record


class AlreadyThere(Exception):
    """A facility of this name stands under the government already: two clicks, or two colleagues."""


def add_branch(parent: Facility, branch: Facility, *, by: User) -> Facility:
    """Let a further facility stand under a confirmed government; who adds it is its first admin.

    The government's account was confirmed, and every posting is checked: the new facility needs no check of its own
    (circular of 2021-05-06: only new registrants get an account). Raises AlreadyThere.
    """
    if not (parent.may_have_branches and parent.is_administered_by(by)):
        raise PermissionDenied
    branch.parent, branch.prefecture = parent, parent.prefecture
    branch.lg_code, branch.entrusted_by = parent.lg_code, parent.name
    branch.registered_email = parent.registered_email
    branch.confirmed_at = timezone.now()
    with transaction.atomic():
        try:
            with transaction.atomic():
                branch.save()
        except IntegrityError as error:
            raise AlreadyThere from error
        Membership.objects.create(user=by, facility=branch, role=Membership.Role.ADMIN)
        record("facility.branch_added", subject=branch, actor=by.actor_key)
    return branch


def sisters_of(facility: Facility, person: User) -> list[Facility]:
    """Return the other facilities of the same government whose people the person decides about."""
    head = facility.parent_id or facility.pk
    family = Facility.objects.administered_by(person).exclude(pk=facility.pk)
    return [found for found in family.order_by("name", "pk") if head in (found.pk, found.parent_id)]
