"""Whoever's way of signing in is changed hears of it by letter, in Japanese, without a secret."""

import re
from pathlib import Path

import allauth
import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from keynet.accounts.changes import CHANGES
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from tests.accounts.test_second_factor import PASSWORD, code, set_up_app, with_password_only
from tests.cast import signed_in

NEVER_HERE = {
    "account/email/password_set",  # a first password comes by a mailed link
    "account/email/email_changed",  # several addresses: ours are changed in keynet/accounts/address.py
    "account/email/email_deleted",
    "socialaccount/email/account_connected",
    "socialaccount/email/account_disconnected",
}
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"


def test_every_mail_that_allauth_would_send_has_our_words() -> None:
    sources = [path for path in Path(allauth.__file__).parent.rglob("*.py") if "tests" not in path.parts]
    found = {name for path in sources for name in _named(path.read_text(encoding="utf-8"))}
    assert found == set(CHANGES) | NEVER_HERE


def _named(source: str) -> list[str]:
    return re.findall(r'send_notification_mail\(\s*"([^"]+)"', source)


def changes_told_to(user: User) -> list[str]:
    letters = Letter.objects.filter(kind="account.sign_in_changed", recipient=user.email).order_by(
        "created_at"
    )
    return [letter.body.split("\n")[0] for letter in letters]


@pytest.mark.django_db(transaction=True)
def test_app_codes_and_password_are_told_and_no_letter_holds_a_secret(sato: User) -> None:
    EmailAddress.objects.create(user=sato, email=sato.email, verified=True, primary=True)
    client = with_password_only(sato)
    key = set_up_app(client)
    shown = re.findall(r"<li>(\d{8})</li>", client.post(reverse("mfa_view_recovery_codes")).content.decode())
    client.post(reverse("mfa_generate_recovery_codes"))
    again = re.findall(r"<li>(\d{8})</li>", client.post(reverse("mfa_view_recovery_codes")).content.decode())
    guest = Client(HTTP_USER_AGENT=DESK)
    guest.post(reverse("account_login"), {"login": sato.email, "password": PASSWORD})
    guest.post(reverse("mfa_authenticate"), {"code": again[0]})
    new = "もっとずっと長い合言葉です"
    guest.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert changes_told_to(sato) == [
        CHANGES["mfa/email/totp_activated"],
        CHANGES["mfa/email/recovery_codes_generated"],
        "復旧コードでログインしました。使った番号は、もう使えません。",
        CHANGES["account/email/password_changed"],
    ]
    bodies = "".join(Letter.objects.values_list("body", flat=True))
    assert "Windowsのパソコン・Chrome" in bodies
    assert not [secret for secret in (key, code(key), new, *shown, *again) if secret in bodies]


@pytest.mark.django_db
def test_a_password_from_a_mailed_link_is_told(sato: User) -> None:
    EmailAddress.objects.create(user=sato, email=sato.email, verified=True, primary=True)
    client = Client()
    client.post(reverse("account_reset_password"), {"email": sato.email})
    found = re.search(r"http://testserver(\S+)", Letter.objects.get().body)
    assert found
    page = client.get(found[1])["Location"]
    new = "もっとずっと長い合言葉です"
    client.post(page, {"password1": new, "password2": new})
    assert changes_told_to(sato) == [CHANGES["account/email/password_reset"]]
    assert signed_in(User.objects.get(pk=sato.pk)).get(reverse("mfa_index")).status_code == 200
