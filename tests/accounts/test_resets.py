"""A lost second step: who takes it off, and who hears of it."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP

from facilities.models import Facility, Membership
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.outbox.models import Event, Letter
from keynet.reactions import REACTIONS
from tests.builders import make_user
from tests.cast import grown_old, signed_in

pytestmark = pytest.mark.django_db
OFFICE, MINISTRY = "/office/second-factors/", "/ministry/second-factors/"


def typed(user: User) -> dict[str, str]:
    return {"email": user.email, "checked": "called_back", "told": "on"}


def test_the_office_takes_it_off_and_person_and_all_other_admins_are_told(
    sakura: Facility, sato: User, okada: User
) -> None:
    TOTP.activate(sato, "JBSWY3DPEHPK3PXP")
    other = make_user("ito@sakura.example")
    Membership.objects.create(user=other, facility=sakura, role="admin")
    Membership.objects.create(user=make_user("member@sakura.example"), facility=sakura)
    browser = signed_in(sato)
    assert signed_in(okada).post(OFFICE, typed(sato)).status_code == 302
    relay.run(REACTIONS)
    assert not Authenticator.objects.exists()
    kinds = set(Letter.objects.values_list("kind", "recipient"))
    assert kinds == {("account.second_factor_reset", sato.email), ("account.colleague_reset", other.email)}
    event = Event.objects.get(name="account.second_factor_reset")
    assert event.actor == okada.actor_key and event.data == {"checked": "called_back"}
    assert browser.get("/account/home/").status_code == 302


def test_the_offices_own_people_are_reset_by_the_ministry_only(okada: User, mori: User, sato: User) -> None:
    colleague = make_user("ueda@office.example")
    colleague.appointments.create(body="office")
    TOTP.activate(colleague, "JBSWY3DPEHPK3PXP")
    assert "ほかの機関が解除します" in signed_in(okada).post(OFFICE, typed(colleague)).content.decode()
    assert "ほかの機関が解除します" in signed_in(mori).post(MINISTRY, typed(sato)).content.decode()
    assert Authenticator.objects.exists()
    assert signed_in(mori).post(MINISTRY, typed(colleague)).status_code == 302
    assert not Authenticator.objects.exists()


def test_nobody_takes_off_their_own(mori: User) -> None:
    TOTP.activate(mori, "JBSWY3DPEHPK3PXP")
    assert signed_in(mori).post(MINISTRY, typed(mori)).status_code == 200
    assert Authenticator.objects.exists()


def test_it_needs_a_fresh_login_and_a_word_on_how_one_made_sure(okada: User, sato: User) -> None:
    assert grown_old(signed_in(okada)).get(OFFICE).status_code == 302
    page = signed_in(okada).post(OFFICE, {"email": sato.email}).content.decode()
    assert "確かめ方" in page and not Event.objects.filter(name="account.second_factor_reset").exists()
