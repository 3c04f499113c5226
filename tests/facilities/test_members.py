"""Who acts for a facility: roles change, people go, the last admin stays."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from facilities.invitations import invite
from facilities.members import LastAdmin, change_role, end
from facilities.models import Facility, Membership
from keynet.accounts.first_login import issue_first_login, open_first_login
from keynet.accounts.models import User
from keynet.accounts.models.mailed_link import LinkGone
from keynet.invariants import check
from keynet.lifecycle import NotNow
from keynet.outbox.models import Event, Letter
from postings.addressees import addresses_of, answerers_of
from postings.upkeep.freshness import links
from tests.builders import make_published, make_user

pytestmark = pytest.mark.django_db


def colleague(facility: Facility, role: str = "member") -> Membership:
    return facility.memberships.create(user=make_user(f"{role}@sakura.example", "田中 次郎"), role=role)


def of(person: User) -> Membership:
    return Membership.objects.get(user=person)


def test_an_admin_makes_a_colleague_an_admin_and_back(sakura: Facility, sato: User) -> None:
    tanaka = colleague(sakura)
    change_role(tanaka, "admin", by=sato)
    assert sakura.is_administered_by(tanaka.user)
    change_role(tanaka, "member", by=sato)
    assert not sakura.is_administered_by(tanaka.user)
    assert [event.data["role"] for event in Event.objects.about(tanaka)] == ["admin", "member"]


def test_a_member_decides_about_nobody(sakura: Facility, sato: User) -> None:
    tanaka = colleague(sakura)
    for act in (lambda: change_role(tanaka, "admin", by=tanaka.user), lambda: end(of(sato), by=tanaka.user)):
        with pytest.raises(PermissionDenied):
            act()


def test_an_admin_of_another_facility_decides_about_nobody_here(sakura: Facility, suzuki: User) -> None:
    tanaka = colleague(sakura)
    with pytest.raises(PermissionDenied):
        end(tanaka, by=suzuki)


def test_the_last_admin_is_neither_lowered_nor_removed_nor_leaves(sakura: Facility, sato: User) -> None:
    colleague(sakura)
    for act in (lambda: change_role(of(sato), "member", by=sato), lambda: end(of(sato), by=sato)):
        with pytest.raises(LastAdmin):
            act()
    assert sakura.is_administered_by(sato)


def test_an_admin_whose_account_is_stopped_does_not_count(sakura: Facility, sato: User) -> None:
    stopped = colleague(sakura, "admin")
    User.objects.filter(pk=stopped.user_id).update(is_active=False)
    with pytest.raises(LastAdmin):
        end(of(sato), by=sato)


@pytest.mark.parametrize("way", ["role", "left", "deleted"])
def test_the_database_itself_keeps_the_last_admin(sakura: Facility, sato: User, way: str) -> None:
    colleague(sakura)
    mine = Membership.objects.filter(user=sato)
    acts: dict[str, Callable[[], Any]] = {
        "role": lambda: mine.update(role="member"),
        "left": lambda: mine.update(left_at="2026-11-21T00:00:00Z"),
        "deleted": mine.delete,
    }
    with pytest.raises(IntegrityError, match="would have no admin"), transaction.atomic():
        acts[way]()
    assert sakura.is_administered_by(sato)


def test_who_leaves_loses_what_was_mailed_to_them(sakura: Facility, sato: User, okada: User) -> None:
    tanaka = colleague(sakura, "admin")
    posting = make_published(sakura, sato, okada, contact_email="admin@sakura.example")
    mailed = issue_first_login(tanaka.user)
    Letter.objects.create(kind="account.mail", subject=f"posting:{posting.pk}", recipient=tanaka.user.email)
    token = links.fresh_url(posting).rstrip("/").rpartition("/")[2]
    invitation = invite(sakura, "new@sakura.example", "admin", by=tanaka.user)
    assert tanaka.user.email in addresses_of(posting)
    assert answerers_of(posting) == [tanaka.user.email]
    end(tanaka, by=sato)
    for opens in (lambda: open_first_login(mailed), lambda: links.opened(token)):
        with pytest.raises(LinkGone):
            opens()
    invitation.refresh_from_db()
    assert (invitation.status, invitation.email) == ("withdrawn", "")
    assert tanaka.user.email not in addresses_of(posting)
    assert answerers_of(posting) == [sato.email]
    assert Letter.objects.get(kind="facilities.membership_ended").recipient == tanaka.user.email


def test_who_left_one_facility_keeps_the_others(sakura: Facility, midori: Facility, sato: User) -> None:
    tanaka = colleague(sakura)
    midori.memberships.create(user=tanaka.user)
    end(tanaka, by=tanaka.user)
    assert list(Facility.objects.visible_to(tanaka.user)) == [midori]
    with pytest.raises((NotNow, PermissionDenied)):
        end(tanaka, by=tanaka.user)


def test_a_facility_without_an_admin_is_found_by_night(sakura: Facility) -> None:
    colleague(sakura)
    broken = {invariant.code: found for invariant, found in check()}
    assert broken["I12"] == [f"facility:{sakura.pk} 1"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how", ["remove each other", "both leave", "around the verbs"])
def test_two_admins_at_once_leave_one(sakura: Facility, sato: User, how: str) -> None:
    tanaka, mine = colleague(sakura, "admin"), of(sato)
    pairs = {
        "remove each other": ((tanaka, sato), (mine, tanaka.user)),
        "both leave": ((tanaka, tanaka.user), (mine, sato)),
    }

    def ending(membership: Membership, by: User) -> Callable[[], Any]:
        return lambda: end(Membership.objects.get(pk=membership.pk), by=by)

    def around(pk: int) -> Callable[[], Any]:
        return lambda: Membership.objects.filter(pk=pk).update(role="member")

    acts = [ending(*pair) for pair in pairs.get(how, ())] or [around(tanaka.pk), around(mine.pk)]
    ends = at_once(*acts)
    assert ends.count("done") == 1, ends
    assert sakura.memberships.admins().count() == 1


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """Run the acts in threads that start together; return how each ended."""
    start, ends = Barrier(len(acts)), []

    def run(act: Callable[[], Any]) -> None:
        try:
            start.wait()
            act()
            ends.append("done")
        except (PermissionDenied, LastAdmin, IntegrityError) as refused:
            ends.append(type(refused).__name__)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends
