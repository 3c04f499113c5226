"""Letting people in: an address gets a secret link that works once, for a week; whoever holds it proves the address."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from facilities.letters import INVITED
from facilities.models import Facility, Invitation, Membership
from facilities.models.invitation import VALID_FOR
from keynet.accounts.first_login import begin_account, has_begun
from keynet.accounts.limits import demand_patience
from keynet.accounts.models import MailedLink, User
from keynet.accounts.models.mailed_link import issue_link, open_link, withdraw_links
from keynet.lifecycle import Actor
from keynet.outbox.events import record
from keynet.outbox.letters import write_letter

PURPOSE = MailedLink.Purpose.INVITATION


class AlreadyInvited(Exception):
    """The address has an invitation to this facility that waits: it can be sent again from the list."""


class AlreadyMember(Exception):
    """The person acts for this facility already."""


def invite(
    facility: Facility, email: str, role: str, *, by: User, also: Iterable[Facility] = ()
) -> Invitation:
    """Invite an address to one facility, and to sister facilities of which the inviting person is an admin too.

    Raises AlreadyInvited, AlreadyMember and TooManyMails.
    """
    email = email.lower()
    if facility.memberships.current().filter(user__email=email).exists():
        raise AlreadyMember
    with transaction.atomic():
        # Who is being removed at this moment must not leave an invitation behind.
        Facility.objects.select_for_update(no_key=True).get(pk=facility.pk)
        if facility.invitations.waiting().filter(email=email).exists():
            raise AlreadyInvited
        invitation = _create(facility, email, role, by=by)
        invitation.also.set(sister for sister in also if sister.is_administered_by(by))
        send(invitation, by=by)
    return invitation


def send(invitation: Invitation, *, by: Actor, is_reissue: bool = False) -> None:
    """Mail a fresh link; an earlier one stops working. Raises TooManyMails.

    `is_reissue`: the office gives lost access back, and the mail says so.
    """
    with transaction.atomic():
        demand_patience(invitation.email)
        invitation.send(by=by)
        withdraw_links(PURPOSE, invitation)
        token = issue_link(PURPOSE, invitation, valid_for=VALID_FOR)
        context = {
            "facilities": [facility.name for facility in places_of(invitation)],
            "role": invitation.get_role_display(),
            "url": settings.SITE_URL + reverse("joining:join", args=[token]),
            "days": VALID_FOR.days,
            "is_reissue": is_reissue,
        }
        period = invitation.expires_at.isoformat()
        write_letter(INVITED, about=invitation, to=invitation.email, context=context, period=period)


def invite_again(facility: Facility, email: str, *, by: User) -> None:
    """Let an address in as an admin, whoever it was before: a waiting invitation of it is replaced.

    Raises TooManyMails.
    """
    with transaction.atomic():
        Facility.objects.select_for_update(no_key=True).get(pk=facility.pk)
        take_back(facility, email, by=by)
        send(_create(facility, email, Membership.Role.ADMIN, by=by), by=by, is_reissue=True)


def withdraw(invitation: Invitation, *, by: Actor) -> None:
    """Take the invitation back; its link stops working and its address is forgotten."""
    with transaction.atomic():
        invitation.withdraw(by=by)
        withdraw_links(PURPOSE, invitation)


def take_back(facility: Facility, email: str, *, by: Actor) -> None:
    """Take back what waits for an address."""
    for invitation in facility.invitations.waiting().filter(email=email):
        withdraw(invitation, by=by)


def opened(token: str) -> Invitation:
    """Return the invitation behind a link; raises LinkGone (unknown, used or taken back, expired)."""
    link = open_link(PURPOSE, token)
    return Invitation.objects.select_related("facility").get(pk=link.subject_id)


def join(token: str, person: User) -> Invitation:
    """Let the invited person in; raises LinkGone, and PermissionDenied for anybody else who holds the link."""
    with transaction.atomic():
        invitation = opened(token)
        open_link(PURPOSE, token).use_up()
        invitation.accept(by=person)
        for facility in places_of(invitation):
            _admit(person, facility, invitation.role)
    return invitation


def join_anew(token: str, *, name: str, password: str) -> User:
    """Make the account of an invited person who has none (or never logged in), and let them in; raises LinkGone."""
    with transaction.atomic():
        email = opened(token).email
        person, _made = User.objects.get_or_create(
            email=email, defaults={"name": name, "password": make_password(None)}
        )
        if has_begun(person):
            raise PermissionDenied
        begin_account(person, password)
        join(token, person)
    return person


def places_of(invitation: Invitation) -> list[Facility]:
    """Return the facilities that the invited person will act for, the inviting one first."""
    return [invitation.facility, *invitation.also.order_by("name", "pk")]


def take_back_invitations_of(membership: Membership, *, by: Actor) -> None:
    """An admin who goes leaves no door open: what they invited to and nobody has answered is withdrawn.

    Runs in the transaction that ends the admin's power, before it ends.
    """
    theirs = Invitation.objects.waiting().filter(invited_by=membership.user)
    for invitation in theirs.filter(facility=membership.facility):
        withdraw(invitation, by=by)
    for invitation in theirs.filter(also=membership.facility):
        invitation.also.remove(membership.facility)


def _create(facility: Facility, email: str, role: str, *, by: User) -> Invitation:
    return Invitation.objects.create(facility=facility, email=email, role=role, invited_by=by)


def _admit(person: User, facility: Facility, role: str) -> None:
    """Make somebody a member with the role; who is one already is raised to it, never lowered."""
    membership, made = Membership.objects.get_or_create(
        user=person, facility=facility, left_at=None, defaults={"role": role}
    )
    if not made and role == Membership.Role.ADMIN and not membership.is_admin:
        membership.role = role
        membership.save(update_fields=["role"])
    record("membership.began", subject=membership, actor=person.actor_key, role=membership.role)
