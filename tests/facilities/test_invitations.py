"""An invitation is one link for one address, for a week; what it leaves behind is a member and no address."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from facilities import invitations
from facilities.branches import AlreadyThere, add_branch, sisters_of
from facilities.models import Facility, Invitation
from facilities.reminding import forget_invitations
from keynet.accounts.limits import TooManyMails
from keynet.accounts.models import User
from keynet.accounts.models.mailed_link import LinkGone
from keynet.outbox.models import Event, Letter
from tests.builders import make_facility, make_user

pytestmark = pytest.mark.django_db
PASSWORD = "とても長くて忘れない合言葉です"
NEW = "tanaka@sakura.example"


def token_of(address: str = NEW) -> str:
    """Return the token of the newest invitation's letter."""
    letter = Letter.objects.filter(kind="facilities.invited", recipient=address).latest("created_at")
    found = re.search(r"/account/join/([^/\s]+)/", letter.body)
    assert found
    return found[1]


@pytest.fixture
def city(sato: User) -> Facility:
    city = make_facility(
        name="横浜市", kind="municipality", lg_code="141003", registered_email="soumu@city.example"
    )
    city.memberships.create(user=sato, role="admin")
    return city


def branch_of(city: Facility, by: User, name: str = "中区保健所") -> Facility:
    return add_branch(city, Facility(kind="health_center", name=name, city="横浜市", address="港町1"), by=by)


def test_a_new_person_sets_a_password_and_belongs(sakura: Facility, sato: User) -> None:
    invitation = invitations.invite(sakura, "Tanaka@Sakura.example", "member", by=sato)
    person = invitations.join_anew(token_of(), name="田中 次郎", password=PASSWORD)
    invitation.refresh_from_db()
    assert (invitation.status, invitation.email) == ("accepted", "")
    assert person.check_password(PASSWORD)
    assert sakura.is_served_by(person)
    assert not sakura.is_administered_by(person)


def test_the_link_works_once(sakura: Facility, sato: User) -> None:
    invitations.invite(sakura, NEW, "member", by=sato)
    token = token_of()
    person = invitations.join_anew(token, name="田中 次郎", password=PASSWORD)
    with pytest.raises(LinkGone):
        invitations.join(token, person)


def test_somebody_else_who_holds_the_link_does_not_get_in(sakura: Facility, sato: User, suzuki: User) -> None:
    invitations.invite(sakura, NEW, "member", by=sato)
    with pytest.raises(PermissionDenied):
        invitations.join(token_of(), suzuki)
    assert not sakura.is_served_by(suzuki)
    assert invitations.opened(token_of()).status == "waiting"


def test_an_account_with_a_password_never_gets_another_one_by_an_invitation(
    sakura: Facility, sato: User, suzuki: User
) -> None:
    invitations.invite(sakura, suzuki.email, "member", by=sato)
    with pytest.raises(PermissionDenied):
        invitations.join_anew(token_of(suzuki.email), name="別の人", password=PASSWORD)
    invitations.join(token_of(suzuki.email), suzuki)
    assert sakura.is_served_by(suzuki)


def test_sending_again_ends_the_earlier_link_and_begins_a_new_week(sakura: Facility, sato: User) -> None:
    invitation = invitations.invite(sakura, NEW, "member", by=sato)
    first = token_of()
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    invitations.send(invitation, by=sato)
    assert not invitation.is_expired
    with pytest.raises(LinkGone):
        invitations.opened(first)
    assert invitations.opened(token_of()) == invitation


def test_a_withdrawn_invitation_opens_nothing(sakura: Facility, sato: User) -> None:
    invitation = invitations.invite(sakura, NEW, "member", by=sato)
    invitations.withdraw(invitation, by=sato)
    with pytest.raises(LinkGone):
        invitations.opened(token_of())


def test_nobody_is_invited_twice_nor_into_where_they_are(sakura: Facility, sato: User) -> None:
    invitations.invite(sakura, NEW, "member", by=sato)
    with pytest.raises(invitations.AlreadyInvited):
        invitations.invite(sakura, NEW, "admin", by=sato)
    with pytest.raises(invitations.AlreadyMember):
        invitations.invite(sakura, sato.email, "member", by=sato)


def test_a_member_invites_nobody(sakura: Facility, sato: User) -> None:
    tanaka = make_user(NEW)
    sakura.memberships.create(user=tanaka)
    with pytest.raises(PermissionDenied):
        invitations.invite(sakura, "new@sakura.example", "admin", by=tanaka)
    assert not Invitation.objects.exists()


def test_no_mailbox_is_flooded_by_invitations(sakura: Facility, sato: User) -> None:
    invitation = invitations.invite(sakura, NEW, "member", by=sato)
    for _ in range(2):
        invitations.send(invitation, by=sato)
    with pytest.raises(TooManyMails):
        invitations.send(invitation, by=sato)


def test_an_unanswered_invitation_is_forgotten_a_month_after_its_end(sakura: Facility, sato: User) -> None:
    invitation = invitations.invite(sakura, NEW, "member", by=sato)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=29))
    assert forget_invitations() == 0
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=31))
    assert forget_invitations() == 1
    invitation.refresh_from_db()
    assert (invitation.status, invitation.email) == ("lapsed", "")


def test_history_keeps_who_invited_but_no_address(sakura: Facility, sato: User) -> None:
    invitation = invitations.invite(sakura, NEW, "member", by=sato)
    events = list(Event.objects.about(invitation))
    assert [(event.name, event.actor) for event in events] == [("invitation.sent", sato.actor_key)]
    assert "@" not in str(events[0].data)


def test_one_invitation_admits_to_several_facilities_of_a_city(city: Facility, sato: User) -> None:
    center = branch_of(city, sato)
    assert sisters_of(city, sato) == [center]
    invitations.invite(city, NEW, "member", by=sato, also=[center])
    person = invitations.join_anew(token_of(), name="田中 次郎", password=PASSWORD)
    assert set(Facility.objects.visible_to(person)) == {city, center}


def test_a_branch_belongs_to_its_city_and_to_who_added_it(city: Facility, sato: User) -> None:
    center = branch_of(city, sato)
    assert (center.parent, center.prefecture, center.entrusted_by) == (city, "14", "横浜市")
    assert center.registered_email == city.registered_email
    assert center.is_administered_by(sato)
    with pytest.raises(AlreadyThere):
        branch_of(city, sato)


def test_hospitals_and_branches_have_no_branches(
    sakura: Facility, city: Facility, sato: User, suzuki: User
) -> None:
    for parent, by in ((sakura, sato), (branch_of(city, sato), sato), (city, suzuki)):
        with pytest.raises(PermissionDenied):
            branch_of(parent, by, "別の保健所")
