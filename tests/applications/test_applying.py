"""Applying without an account: form, confirmation, code, receipt (domain.md C.1, C.4)."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from applications.models import Application
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from postings.models import Posting
from tests.applications.filling import ADDRESS, answers, applied, apply_url, code_of, wrong_code
from tests.builders import make_published

pytestmark = pytest.mark.django_db


def text(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined]


def prove(client: Client, page: str, code: str, version: int) -> object:
    return client.post(f"{page}prove/", {"code": code, "version": version})


def test_somebody_applies_without_an_account(client: Client, posting: Posting) -> None:
    assert "この求人に応募する" in text(client.get(apply_url(posting)))
    confirmed = client.post(apply_url(posting), answers(posting, step="look"))
    assert "ナカムラ" in text(confirmed) and "090-1234-5678" in text(confirmed)
    assert "研修を受けていただきます" in text(confirmed) and "第1版" in text(confirmed)
    assert not Application.objects.exists()

    sent = client.post(apply_url(posting), answers(posting))
    page = sent["Location"]
    application = Application.objects.get()
    assert application.status == "unproved" and application.version.number == 1
    assert "6桁の確認コード" in text(client.get(page))

    # full width and a space, as phones type it
    typed = " ".join(chr(ord(digit) + 0xFEE0) for digit in code_of(application))
    proved = prove(client, page, typed, 1)
    assert proved["Location"] == f"{page}received/"  # type: ignore[index]
    application.refresh_from_db()
    assert application.status == "submitted" and application.family_kana == "ナカムラ"
    receipt = client.get(f"{page}received/")
    assert application.number in text(receipt) and "次に起きること" in text(receipt)
    assert receipt["Cache-Control"] == "no-store" and receipt["Referrer-Policy"] == "same-origin"
    assert "応募受付" in text(client.get(page))


def test_the_receipt_carries_the_link_and_the_facility_hears_no_name(
    client: Client, posting: Posting
) -> None:
    application, page = applied(posting, client)
    receipt = Letter.objects.get(kind="applications.received")
    assert page in receipt.body and receipt.recipient == ADDRESS
    relay.run(REACTIONS)
    arrived = Letter.objects.get(kind="applications.arrived")
    assert arrived.recipient == posting.contact_email and "1件" in arrived.body
    for secret in ("中村", "優子", ADDRESS, application.phone, page):
        assert secret not in arrived.body + arrived.heading


def test_nothing_that_was_typed_is_lost(client: Client, posting: Posting) -> None:
    typed = answers(posting, email="nakamura", step="look")
    again = text(client.post(apply_url(posting), typed))
    assert "メールアドレスは「@」を入れて" in again and "入力内容を1か所、直してください" in again
    for value in (
        "中村",
        "なかむら",
        "０９０−１２３４−５６７８",
        "平日の18時以降",
        "働いたことがあります。",
        "週3日まで",
    ):
        assert value in again
    edited = text(client.post(apply_url(posting), answers(posting, step="edit")))
    assert "この求人に応募する" in edited and "ﾕｳｺ" in edited and 'value="public_health_nurse"' in edited


def test_the_consent_is_asked_for_on_the_page_that_names_the_facility(
    client: Client, posting: Posting
) -> None:
    refused = client.post(apply_url(posting), answers(posting, agreed=""))
    assert "個人情報の取り扱いを読んで、チェックを入れてください" in text(refused)
    assert not Application.objects.exists()


def test_what_must_never_be_asked_is_not_asked(client: Client, posting: Posting) -> None:
    page = text(client.get(apply_url(posting)))
    for word in ("生年月日", "年齢", "性別", "本籍", "家族", "配偶者", "宗教", "通勤時間", "写真"):
        assert word not in page


def test_a_hidden_name_is_disclosed_only_before_sending(
    client: Client, sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada, name_visibility="hidden")
    assert "さくら病院" not in text(client.get(apply_url(posting)))
    assert "さくら病院" in text(client.post(apply_url(posting), answers(posting, step="look")))
    client.post(apply_url(posting), answers(posting))
    assert "さくら病院" not in Letter.objects.get(kind="applications.code").body


def test_a_double_click_is_one_application(client: Client, posting: Posting) -> None:
    typed = answers(posting)
    first, second = client.post(apply_url(posting), typed), client.post(apply_url(posting), typed)
    assert Application.objects.count() == Letter.objects.filter(kind="applications.code").count() == 1
    application = Application.objects.get()
    prove(client, first["Location"], code_of(application), 1)
    assert prove(client, second["Location"], code_of(application), 1)["Location"].endswith("/received/")  # type: ignore[index]
    assert Letter.objects.filter(kind="applications.received").count() == 1


def test_a_mistyped_address_is_corrected_in_the_same_form(client: Client, posting: Posting) -> None:
    typed = answers(posting, email="nakamra@seeker.example")
    client.post(apply_url(posting), typed)
    client.post(apply_url(posting), {**typed, "email": ADDRESS})
    application = Application.objects.get()
    assert application.email == ADDRESS
    assert Letter.objects.filter(kind="applications.code", recipient=ADDRESS).count() == 1


def test_a_second_application_shows_the_first_once_the_address_is_proved(
    client: Client, posting: Posting
) -> None:
    first, _page = applied(posting, client)
    late_evening_in_utc = datetime(2026, 11, 20, 16, tzinfo=UTC)
    Application.objects.filter(pk=first.pk).update(submitted_at=late_evening_in_utc)
    stranger = Client()
    page = stranger.post(
        apply_url(posting), answers(posting, email=ADDRESS.upper().replace("EXAMPLE", "example"))
    )["Location"]
    assert first.number not in text(stranger.get(page)), "nothing is revealed before the proof"
    second = Application.objects.latest("pk")
    shown = stranger.post(f"{page}prove/", {"code": code_of(second), "version": 1}, follow=True)
    assert first.number in text(shown) and "2026年11月21日（土）に応募しています" in text(shown)
    assert Application.objects.get() == first
    assert stranger.get(page).status_code == 404


def test_a_wrong_code_says_how_many_tries_are_left(client: Client, posting: Posting) -> None:
    page = client.post(apply_url(posting), answers(posting))["Location"]
    application = Application.objects.get()
    for left in (4, 3, 2, 1):
        assert f"あと{left}回" in text(prove(client, page, wrong_code(application), 1))
    assert "新しい確認コードを送る" in text(prove(client, page, wrong_code(application), 1))
    assert "使えなくなりました" in text(prove(client, page, code_of(application), 1))
    client.post(f"{page}code/")
    prove(client, page, code_of(application), 1)
    application.refresh_from_db()
    assert application.status == "submitted"


def test_one_address_gets_three_codes_an_hour_whatever_the_form(client: Client, posting: Posting) -> None:
    for _ in range(3):
        assert client.post(apply_url(posting), answers(posting)).status_code == 302
    fourth = client.post(apply_url(posting), answers(posting))
    assert fourth.status_code == 429 and "を過ぎてから" in text(fourth) and "中村" in text(fourth)
    asked = client.post(
        f"/postings/{posting.number}/ask/", {"text": "車で通えますか。", "name": "の", "email": ADDRESS}
    )
    assert asked.status_code == 429
    assert Letter.objects.filter(kind="applications.code").count() == 3


def test_changed_terms_are_shown_and_asked_again(client: Client, posting: Posting, sato: User) -> None:
    typed = answers(posting)
    revise(posting, sato, wage_min=1900)
    again = text(client.post(apply_url(posting), typed))
    assert "求人の内容が変わりました" in again and "2,300円" in again and "1,900円" in again
    assert not Application.objects.exists()
    page = client.post(apply_url(posting), {**typed, "version": 2})["Location"]
    application = Application.objects.get()
    revise(posting, sato, wage_min=1800)
    changed = text(prove(client, page, code_of(application), 2))
    assert "1,800円" in changed
    prove(client, page, code_of(application), 3)
    application.refresh_from_db()
    assert application.status == "submitted" and application.version.number == 3


@pytest.mark.parametrize("end", ["pause", "close"])
def test_a_posting_that_ended_meanwhile_says_so_and_still_takes_questions(
    client: Client, posting: Posting, sato: User, end: str
) -> None:
    page = client.post(apply_url(posting), answers(posting))["Location"]
    posting.pause(by=sato) if end == "pause" else posting.close(by=sato, reason="withdrawn")
    words = "いま応募の受付を停止しています" if end == "pause" else "で締め切りました"
    for response in (
        client.get(apply_url(posting)),
        client.post(apply_url(posting), answers(posting)),
        prove(client, page, code_of(Application.objects.get()), 1),
    ):
        assert words in text(response) and "質問することはできます" in text(response)
    assert Application.objects.get().status == "unproved"


def revise(posting: Posting, by: User, **terms: object) -> None:
    """Change published terms as the console does: a new version."""
    posting.refresh_from_db()
    for name, value in terms.items():
        setattr(posting, name, value)
    posting.keep_version(by)
    posting.save()
