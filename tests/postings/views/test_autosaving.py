"""What is typed is saved a moment later; what cannot be stored, or met an ended session, comes back."""

from typing import Any

import pytest
from django.test import Client

from facilities.models import Facility
from keynet.accounts.first_login import finish_first_login, issue_first_login
from keynet.accounts.models import User
from postings.models import Posting
from tests.builders import make_draft, make_published
from tests.cast import prove, signed_in
from tests.postings.clerk import FACILITY, WORK, Clerk
from tests.postings.forms.answers import typed
from tests.postings.views.pages import path

pytestmark = pytest.mark.django_db

SCRIPT = {"X-Autosave": "1"}
PASSWORD = "とても長い合言葉ですから"


def autosave(client: Client, address: str, data: Any) -> Any:
    """Post as static/js/autosave.js does."""
    return client.post(address, {**data, "action": "draft"}, headers=SCRIPT)


def typed_block(posting: Posting, block: str, **changes: Any) -> dict[str, Any]:
    """Return what a browser posts, as a plain mapping."""
    return dict(typed(posting, block, **changes).lists())


def test_an_autosave_stores_what_has_a_valid_shape_and_says_when(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura, title="")
    data = typed_block(posting, "work", title="夜間の看護師", headcount="たくさん")
    answer = autosave(signed_in(sato), path(posting, "edit/work/"), data).json()
    posting.refresh_from_db()
    assert (posting.title, posting.headcount) == ("夜間の看護師", 2)
    assert "に自動保存しました（1か所は、直すまで保存されません）" in answer["said"]
    assert "夜間の看護師" in answer["card"]
    assert set(answer["stamps"]) == {"stamp"}


def test_the_card_in_the_answer_is_the_one_on_the_page(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura, title="")
    client = signed_in(sato)
    answer = autosave(client, path(posting, "edit/pay/"), typed_block(posting, "pay", wage_min="2400")).json()
    assert answer["card"].strip() in client.get(path(posting, "edit/pay/")).content.decode()


def test_an_autosave_never_overwrites_a_colleagues_newer_value(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura)
    mine = typed_block(posting, "pay", wage_min="2400", wage_note="わたしの手当")
    client, address = signed_in(sato), path(posting, "edit/pay/")
    autosave(client, address, typed_block(posting, "pay", wage_min="2500"))
    said = autosave(client, address, {**mine, "take": ["wage_note"], "decided": ["wage_min:x"]}).json()[
        "said"
    ]
    posting.refresh_from_db()
    assert (posting.wage_min, posting.wage_note) == (2500, "わたしの手当")
    assert "「賃金の下限」は、ほかの画面でも変更されました" in said
    page = client.post(address, {**mine, "action": "whole"}).content.decode()
    assert "2,500円" in page and "2,400円" in page and 'value="2400"' in page


def test_what_is_typed_into_a_public_posting_waits_in_the_session(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    client, address = signed_in(sato), path(posting, "edit/pay/")
    answer = autosave(client, address, typed_block(posting, "pay", wage_min="2400")).json()
    assert "入力の途中を預かりました" in answer["said"]
    posting.refresh_from_db()
    assert posting.wage_min == 2300
    page = client.get(address).content.decode()
    assert 'value="2400"' in page and "まだ保存していない入力があります" in page
    client.post(address, {"action": "discard"})
    assert 'value="2300"' in client.get(address).content.decode()


def test_what_was_typed_when_the_session_ended_comes_back_after_the_login(
    sakura: Facility, sato: User
) -> None:
    posting = make_draft(sakura)
    address, client = path(posting, "edit/work/"), Client()
    finish_first_login(issue_first_login(sato), PASSWORD)
    login = client.post(address, {**typed_block(posting, "work", duties="ながい文"), "action": "whole"})
    assert login["Location"].startswith("/account/login/?next=/facility/")
    client.post(login["Location"], {"login": sato.email, "password": PASSWORD})
    prove(client, sato, method="mfa", type="totp")
    page = client.get(address).content.decode()
    assert "ながい文" in page and "まだ保存していない入力があります" in page
    posting.refresh_from_db()
    assert posting.duties != "ながい文"
    client.post(address, {**typed_block(posting, "work", duties="ながい文"), "action": "whole"})
    assert "まだ保存していない入力" not in client.get(address).content.decode()


def test_the_script_is_told_that_the_session_ended(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura)
    answer = autosave(Client(), path(posting, "edit/work/"), typed_block(posting, "work"))
    assert answer.status_code == 401
    assert "ログインの有効期間が終わりました" in answer.json()["said"]
    assert answer.json()["login"].startswith("/account/login/?next=")


def test_a_foreign_page_cannot_put_answers_into_a_session(sakura: Facility) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(path(make_draft(sakura), "edit/work/"), {"duties": "よその文"})
    assert answer["Location"].endswith("next=/account/home/")
    assert not client.session.items()


def test_too_much_is_not_kept_and_said(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    answer = autosave(signed_in(sato), path(posting, "edit/work/"), {"duties": "あ" * 60_000})
    assert answer.status_code == 413
    assert "この画面に残っています" in answer.json()["said"]


def test_a_registration_is_saved_while_its_clerk_types() -> None:
    clerk = Clerk()
    answer = autosave(clerk.browser, f"{clerk.sheet}facility/", {**FACILITY, "phone": "まだ"})
    assert "自動保存しました" in answer.json()["said"]
    assert set(answer.json()["stamps"]) == {"stamp", "contact_stamp"}
    assert clerk.registration.facility.name == FACILITY["name"]
    answer = autosave(clerk.browser, f"{clerk.sheet}work/", {**WORK, "duties": "途中の"})
    assert "医療法人 あおば病院" in answer.json()["card"]
    assert clerk.registration.posting.duties == "途中の"
