"""What the office decides, through its pages."""

import pytest

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Event
from postings.models import Posting
from postings.upkeep.revising import revise
from postings.wages import load_shipped
from tests.builders import make_facility, make_published
from tests.cast import appointed, make_user, signed_in
from tests.postings.upkeep.test_revising import typed
from tests.postings.waiting import make_waiting, make_waiting_registration

pytestmark = pytest.mark.django_db

REASON = {"field_1": "wage_min", "ready_1": "最低賃金を下回っています。金額を直してください。"}


def verb(posting: Posting, name: str) -> str:
    return f"/office/postings/{posting.number}/{name}/"


def test_the_office_confirms(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_waiting(sakura, sato)
    response = signed_in(okada).post(verb(posting, "confirm"), follow=True)
    posting.refresh_from_db()
    assert posting.status == "checked"
    assert f"{posting.number}を確認済みにしました。確認待ちはありません" in response.content.decode()


def test_after_a_decision_the_next_posting_is_one_click_away(
    sakura: Facility, sato: User, okada: User
) -> None:
    first, second = make_waiting(sakura, sato), make_waiting(sakura, sato)
    response = signed_in(okada).post(verb(first, "confirm"), follow=True)
    link = f'<a href="/office/postings/{second.number}/">次の確認待ち（{second.number}）を開く</a>'
    assert link in response.content.decode()


def test_the_first_thing_to_choose_when_sending_back_is_not_called_optional(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_waiting(sakura, sato)
    page = signed_in(okada).get(f"/office/postings/{posting.number}/").content.decode()
    assert "差し戻す項目と理由が、1つ以上必要です" in page
    needed = page.partition('<div class="anyof">')[2].partition("</div>\n<div class")[0]
    assert 'id="id_field_1"' in needed


def test_the_second_officer_is_told_who_acted(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_waiting(sakura, sato)
    other = appointed(make_user("ogawa@office.example", "小川 進"), "office")
    signed_in(other).post(verb(posting, "confirm"))
    response = signed_in(okada).post(verb(posting, "send-back"), REASON)
    page = response.content.decode()
    assert response.status_code == 409
    assert "運営事務局 小川 進" in page
    assert "確認済み（公開前）" in page


def test_the_office_returns_with_reasons_per_field(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_waiting(sakura, sato)
    data = {
        **REASON,
        "field_2": "duties",
        "words_2": "担当する病棟を書いてください。",
        "note": "お願いします。",
    }
    signed_in(okada).post(verb(posting, "send-back"), data)
    review = posting.reviews.get()
    assert review.reasons == {
        "wage_min": "最低賃金を下回っています。金額を直してください。",
        "duties": "担当する病棟を書いてください。",
    }
    assert review.note == "お願いします。"


def test_an_automatic_finding_becomes_a_reason_by_a_tick(sakura: Facility, sato: User, okada: User) -> None:
    load_shipped()
    posting = make_waiting(sakura, sato, wage_min=500, wage_max=None)
    signed_in(okada).post(verb(posting, "send-back"), {"found": ["0"]})
    assert "最低賃金" in posting.reviews.get().reasons["wage_min"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "差し戻す項目を1つ以上選び、理由を付けてください"),
        ({"field_1": "wage_min"}, "理由1を選ぶか、入力してください"),
        ({"words_1": "直してください。"}, "項目1を選んでください"),
        ({"field_1": "no_such_field", "words_1": "直してください。"}, "項目1を選び直してください"),
    ],
)
def test_a_return_without_a_whole_reason_is_asked_again(
    sakura: Facility, sato: User, okada: User, data: dict[str, str], sentence: str
) -> None:
    posting = make_waiting(sakura, sato)
    response = signed_in(okada).post(verb(posting, "send-back"), {**data, "note": "打ったコメント"})
    page = response.content.decode()
    assert sentence in page
    assert "打ったコメント" in page
    posting.refresh_from_db()
    assert posting.status == "submitted"


def test_the_office_rejects_with_a_reason(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_waiting(sakura, sato)
    client = signed_in(okada)
    assert "受け付けられない理由を入力してください" in client.post(verb(posting, "reject")).content.decode()
    client.post(verb(posting, "reject"), {"reject-reason": "医療の仕事ではありません。"})
    posting.refresh_from_db()
    assert posting.status == "rejected"


def test_the_office_suspends_and_lifts(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    client = signed_in(okada)
    client.post(verb(posting, "suspend"), {"suspend-reason": "実際の条件と違うという連絡がありました。"})
    posting.refresh_from_db()
    assert (posting.status, posting.suspend_reason) == (
        "suspended",
        "実際の条件と違うという連絡がありました。",
    )
    client.post(verb(posting, "lift"))
    posting.refresh_from_db()
    assert posting.status == "paused"


def test_a_known_code_must_be_settled(okada: User) -> None:
    known = make_facility(name="あおば病院（既存）", institution_code="1234567")
    posting = make_waiting_registration()
    client = signed_in(okada)
    assert "施設の扱いを選んでください" in client.post(verb(posting, "confirm")).content.decode()
    refused = client.post(verb(posting, "confirm"), {"settle": "separate"}).content.decode()
    assert "すでに確認済みです" in refused
    posting.refresh_from_db()
    assert posting.status == "submitted"
    client.post(verb(posting, "confirm"), {"settle": "join"})
    posting.refresh_from_db()
    assert (posting.facility, posting.status) == (known, "checked")


def test_the_office_looks_at_later_changes(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    revise(posting, "pay", typed(posting, "pay", wage_min="2400"), by=sato)
    client = signed_in(okada)
    assert posting.number in client.get("/office/postings/?changed=1").content.decode()
    page = client.get(f"/office/postings/{posting.number}/").content.decode()
    assert "公開後に、重要な条件が変わりました" in page and "2,300円 → 2,400円" in page
    client.post(verb(posting, "look-at-changes"), {"version": 2})
    assert f"/{posting.number}/" not in client.get("/office/postings/?changed=1").content.decode()
    assert client.post(verb(posting, "look-at-changes"), {"version": 2}).status_code == 409


@pytest.mark.parametrize("name", ["confirm", "send-back", "reject", "suspend", "lift"])
def test_decisions_are_posted(sakura: Facility, sato: User, okada: User, name: str) -> None:
    posting = make_waiting(sakura, sato)
    assert signed_in(okada).get(verb(posting, name)).status_code == 405


@pytest.mark.parametrize("person", ["sato", "mori"])
@pytest.mark.parametrize("name", ["confirm", "send-back", "reject"])
def test_nobody_else_decides_and_nothing_changes(
    request: pytest.FixtureRequest, sakura: Facility, sato: User, person: str, name: str
) -> None:
    posting = make_waiting(sakura, sato)
    before = Event.objects.count()
    response = signed_in(request.getfixturevalue(person)).post(
        verb(posting, name), {**REASON, "reject-reason": "×"}
    )
    posting.refresh_from_db()
    assert response.status_code == 404
    assert posting.status == "submitted"
    assert Event.objects.count() == before
