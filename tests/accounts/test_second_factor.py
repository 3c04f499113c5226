"""The second step: who must take it, how it is set up, and how the keys are kept."""

import base64
import re
import time
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from facilities.models import Facility, Membership
from keynet.accounts.models import User
from tests.builders import make_user
from tests.cast import appointed, grown_old, prove, signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "とても長い合言葉です"
SECRET = "JBSWY3DPEHPK3PXP"
CONSOLES = {
    "okada": "/office/",
    "mori": "/ministry/",
    "yoshida": "/prefecture/14/",
    "noda": "/nurse-center/14/",
}


def code(secret: str) -> str:
    """Return what a login app shows now."""
    return code_at(secret, time.time())


def code_at(secret: str, seconds: float) -> str:
    """Return what it shows at a time."""
    return str(format_hotp_value(hotp_value(secret, int(seconds) // 30)))


def with_password_only(user: User) -> Client:
    """Return a browser in which the person has typed the password."""
    client = Client()
    client.force_login(user)
    prove(client, user, method="password")
    return client


def home_of(facility: Facility) -> str:
    return reverse("facility:home", args=[facility.public_id])


@pytest.mark.parametrize("name", CONSOLES)
def test_no_console_of_a_public_body_opens_without_it(name: str, request: pytest.FixtureRequest) -> None:
    user = request.getfixturevalue(name)
    answer = with_password_only(user).get(CONSOLES[name])
    assert answer["Location"] == f"{reverse('accounts:protect')}?next={CONSOLES[name]}"
    assert signed_in(user).get(CONSOLES[name]).status_code in {200, 302}


def test_admins_of_facilities_need_it_and_members_do_not(sakura: Facility, sato: User) -> None:
    assert with_password_only(sato).get(home_of(sakura)).status_code == 302
    assert with_password_only(sato).post(home_of(sakura)).status_code == 302
    member = make_user("member@sakura.example")
    Membership.objects.create(user=member, facility=sakura)
    assert with_password_only(member).get(home_of(sakura)).status_code == 200


def test_somebody_who_has_one_and_came_by_a_link_is_asked_for_it(sakura: Facility, sato: User) -> None:
    TOTP.activate(sato, SECRET)
    client = with_password_only(sato)
    asked = client.get(home_of(sakura))
    assert asked["Location"].startswith(reverse("mfa_reauthenticate"))
    back = client.post(asked["Location"], {"code": code(SECRET)})
    assert back["Location"] == home_of(sakura)
    assert client.get(home_of(sakura)).status_code == 200


def test_a_demonstration_demands_it_of_nobody(okada: User, settings: Any) -> None:
    settings.REQUIRE_MFA = False
    client = with_password_only(okada)
    assert client.get("/office/").status_code == 200
    assert "このデモ環境では、求めません" in client.get(reverse("mfa_index")).content.decode()


def set_up_app(client: Client) -> str:
    """Register a login app as a person does, and return its key."""
    page = client.get(reverse("mfa_activate_totp"))
    drawing = re.search(r"data:image/svg\+xml;base64,([\w+/=]+)", page.content.decode())
    assert drawing and b'xmlns="http://www.w3.org/2000/svg"' in base64.b64decode(drawing[1])
    found = re.search(r'<code class="num">(\w+)</code>', page.content.decode())
    assert found
    client.post(reverse("mfa_activate_totp"), {"code": code(found[1])})
    return found[1]


def test_a_login_app_opens_the_console_at_once_and_shows_the_codes_once(sakura: Facility, sato: User) -> None:
    client = with_password_only(sato)
    set_up_app(client)
    assert client.get(home_of(sakura)).status_code == 200
    page = reverse("mfa_view_recovery_codes")
    assert not re.search(r"<li>\d{8}</li>", client.get(page).content.decode())
    assert len(re.findall(r"<li>\d{8}</li>", client.post(page).content.decode())) == 10
    assert not re.search(r"<li>\d{8}</li>", client.post(page).content.decode())
    client.post(reverse("mfa_generate_recovery_codes"))
    assert len(re.findall(r"<li>\d{8}</li>", client.post(page).content.decode())) == 10


def test_a_wrong_code_registers_nothing_and_says_what_to_do(sato: User) -> None:
    client = with_password_only(sato)
    client.get(reverse("mfa_activate_totp"))
    page = client.post(reverse("mfa_activate_totp"), {"code": "0000000"}).content.decode()
    assert "いま表示されている番号を入力してください" in page
    assert not Authenticator.objects.exists()


def test_the_login_asks_for_the_number_or_a_recovery_code(sakura: Facility, sato: User) -> None:
    EmailAddress.objects.create(user=sato, email=sato.email, verified=True, primary=True)
    client = with_password_only(sato)
    key = set_up_app(client)
    codes = re.findall(r"<li>(\d{8})</li>", client.post(reverse("mfa_view_recovery_codes")).content.decode())
    for answer in (codes[0], f" {codes[1][:4]} {codes[1][4:]}"):
        guest = Client()
        asked = guest.post(reverse("account_login"), {"login": sato.email, "password": PASSWORD})
        assert asked["Location"] == reverse("mfa_authenticate")
        assert guest.get(home_of(sakura)).status_code == 302
        assert guest.get(asked["Location"]).status_code == 200
        guest.post(asked["Location"], {"code": answer})
        assert guest.get(home_of(sakura)).status_code == 200
    guest = Client()
    guest.post(reverse("account_login"), {"login": sato.email, "password": PASSWORD})
    assert "番号が違います" in guest.post(reverse("mfa_authenticate"), {"code": codes[0]}).content.decode()
    assert key not in str(Authenticator.objects.values_list("data"))


def test_whoever_came_with_another_account_can_begin_the_login_again(sato: User) -> None:
    EmailAddress.objects.create(user=sato, email=sato.email, verified=True, primary=True)
    set_up_app(with_password_only(sato))
    guest, login = Client(), reverse("account_login")
    asked = guest.post(login, {"login": sato.email, "password": PASSWORD})["Location"]
    assert guest.get(login)["Location"] == asked
    assert f'<input type="hidden" name="next" value="{login}">' in guest.get(asked).content.decode()
    assert guest.post(reverse("account_logout"), {"next": login})["Location"] == login
    assert guest.get(login).status_code == 200


def test_keys_and_codes_stand_encrypted_in_the_database(sato: User) -> None:
    TOTP.activate(sato, SECRET)
    stored = Authenticator.objects.get().data["secret"]
    assert SECRET not in stored and len(stored) > 80
    assert Authenticator.objects.get().wrap().validate_code(code(SECRET))


def test_the_last_one_stays_with_somebody_who_needs_it(sato: User) -> None:
    TOTP.activate(sato, SECRET)
    client = signed_in(sato)
    assert "外せません" in client.get(reverse("mfa_deactivate_totp")).content.decode()
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.count() == 1
    seeker = make_user("nakamura@seeker.example")
    TOTP.activate(seeker, SECRET)
    signed_in(seeker).post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=seeker).exists()


@pytest.mark.parametrize("name", ["mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes"])
def test_changing_it_needs_a_fresh_login(sato: User, name: str) -> None:
    asked = grown_old(signed_in(sato)).get(reverse(name))
    assert asked["Location"].startswith(reverse("account_reauthenticate"))


def test_everybody_finds_it_in_the_settings_of_the_login(sato: User, okada: User) -> None:
    for user in (sato, okada, make_user("nakamura@seeker.example")):
        page = signed_in(user).get(reverse("mfa_index")).content.decode()
        assert "認証アプリを登録する" in page and "パスキーを登録する" in page


def test_a_phones_menu_leads_there_too(sakura: Facility, sato: User) -> None:
    page = signed_in(sato).get(home_of(sakura)).content.decode()
    assert page.count(f'href="{reverse("mfa_index")}"') == 2


def test_an_appointment_that_ended_demands_nothing(db: None) -> None:
    user = appointed(make_user("left@office.example"), "office")
    user.appointments.update(ended_at="2026-01-01T00:00Z")
    assert with_password_only(user).get("/office/").status_code == 404


def test_a_number_opens_once_also_the_one_that_registered_the_app(
    sakura: Facility, sato: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For as long as it fits, which is longer than the 30 seconds in which it is shown."""
    EmailAddress.objects.create(user=sato, email=sato.email, verified=True, primary=True)
    now = 1_800_000_000.0
    monkeypatch.setattr(time, "time", lambda: now)
    key = set_up_app(with_password_only(sato))
    now += 30
    for typed, words in (
        (code_at(key, now - 30), "すでに使いました"),
        (code_at(key, now), ""),
        (code_at(key, now), "すでに使いました"),
    ):
        guest = Client()
        guest.post(reverse("account_login"), {"login": sato.email, "password": PASSWORD})
        answer = guest.post(reverse("mfa_authenticate"), {"code": typed})
        assert (words in answer.content.decode()) if words else (answer.status_code == 302)
    now += 29
    guest = Client()
    guest.post(reverse("account_login"), {"login": sato.email, "password": PASSWORD})
    assert (
        "すでに使いました"
        in guest.post(reverse("mfa_authenticate"), {"code": code_at(key, now - 29)}).content.decode()
    )


def test_the_passkey_button_stands_only_where_there_is_a_passkey(sakura: Facility, sato: User) -> None:
    EmailAddress.objects.create(user=sato, email=sato.email, verified=True, primary=True)
    TOTP.activate(sato, SECRET)
    guest = Client()
    asked = guest.post(reverse("account_login"), {"login": sato.email, "password": PASSWORD}, follow=True)
    assert "パスキー" not in asked.content.decode()
