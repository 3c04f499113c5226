"""Sato sets up a login app and signs in with it; Suzuki signs in with nothing but a passkey."""

import time
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from playwright.sync_api import expect

from facilities.models import Facility
from keynet.accounts.models import User
from tests.accounts.test_second_factor import PASSWORD, code, code_at
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


@pytest.fixture(autouse=True)
def _as_in_the_product(settings: Any, sato: User, suzuki: User) -> None:
    settings.REQUIRE_MFA = True
    for user in (sato, suzuki):
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)


def log_in(visitor: Visitor, user: User) -> None:
    """Type address and password."""
    visitor.open("/account/login/")
    visitor.fill("メールアドレス", user.email)
    visitor.fill("パスワード", PASSWORD)
    visitor.press("ログインする")


def test_a_login_app_is_set_up_before_the_console_opens_and_asked_for_afterwards(
    visit: Visit, sato: User, sakura: Facility
) -> None:
    first = visit(phone=True)
    log_in(first, sato)
    first.reads_heading("二段階の確認を設定してください")
    first.follow("認証アプリを登録する")
    key = first.page.locator("code").inner_text()
    used = code(key)
    first.fill("番号", used)
    first.press("認証アプリを登録する")
    first.press("復旧コードを表示する")
    expect(first.page.locator("main ul.num li")).to_have_count(10)
    first.follow("控えたので、管理画面を開く")
    first.sees(sakura.name)

    second = visit()
    log_in(second, sato)
    second.reads_heading("二段階の確認")
    second.does_not_see("パスキーで確かめる")
    second.fill("番号", used)
    second.press("番号を確かめてログインする")
    second.sees("この番号は、すでに使いました")
    second.fill("番号", code_at(key, time.time() + 30))
    second.press("番号を確かめてログインする")
    second.sees(sakura.name)
    second.open("/account/security/devices/")
    second.press("ほかの端末をすべてログアウトする")
    first.open("/account/security/")
    first.reads_heading("ログイン")


def test_a_passkey_opens_the_console_without_a_password(
    visit: Visit, live_server: Any, suzuki: User, midori: Facility
) -> None:
    visitor = visit(base_url=live_server.url.replace("127.0.0.1", "localhost"))
    _with_a_fingerprint(visitor)
    log_in(visitor, suzuki)
    visitor.follow("パスキーを登録する")
    visitor.fill("パスキーの名前", "事務室のパソコン")
    visitor.press("パスキーを登録する")
    visitor.press("復旧コードを表示する")
    visitor.open("/account/security/")
    visitor.sees("事務室のパソコン")
    visitor.open("/account/logout/")
    visitor.press("ログアウトする")
    visitor.open("/account/login/")
    visitor.press("パスキーでログインする")
    visitor.sees(midori.name)


def _with_a_fingerprint(visitor: Visitor) -> None:
    """Give the browser a device that keeps passkeys and finds every finger the right one."""
    devtools = visitor.page.context.new_cdp_session(visitor.page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
