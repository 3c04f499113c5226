"""A prefecture's console."""

import csv
import io
from typing import Any

import pytest
from django.test import Client

from facilities.models import Desk, DeskAddress, Facility, Membership
from keynet.accounts.models import User
from keynet.outbox.models import Event
from postings.models import Posting
from tests.builders import make_draft, make_facility, make_published, make_user
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
DESK = {
    "name": "神奈川県 医療人材受付窓口",
    "phone": "０４５−１１１−２２２２",
    "hours": "平日 9時〜17時",
    "address": "",
    "url": "",
}


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    """A public posting in 神奈川県 whose name is hidden."""
    return make_published(sakura, sato, okada, name_visibility="hidden")


def test_the_prefecture_reads_its_own_postings_with_hidden_names(
    posting: Posting, yoshida: User, sakura: Facility, sato: User, okada: User
) -> None:
    draft = make_draft(sakura, title="まだ下書き")
    elsewhere = make_published(sakura, sato, okada, work_prefecture="13", title="東京の募集")
    page = signed_in(yoshida).get("/prefecture/14/").content.decode()
    assert posting.number in page
    assert "さくら病院" in page
    assert draft.title not in page
    assert elsewhere.title not in page


def test_the_file_is_the_list(posting: Posting, yoshida: User) -> None:
    answer = signed_in(yoshida).get("/prefecture/14/postings.csv?status=published")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    [row] = csv.DictReader(io.StringIO(text))
    assert (row["番号"], row["施設名"], row["担当部署"]) == (posting.number, "さくら病院", "看護部")
    assert (row["電話"], row["採用数"]) == ("045-671-0000", "0")
    assert "filename" in answer.headers["Content-Disposition"]


def test_filters_narrow_list_and_file(posting: Posting, yoshida: User) -> None:
    prefecture = signed_in(yoshida)
    assert posting.number not in prefecture.get("/prefecture/14/?occupation=doctor").content.decode()
    answer = prefecture.get("/prefecture/14/postings.csv?occupation=doctor")
    assert b"".join(answer.streaming_content).count(b"\r\n") == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["", "postings.csv", "desk/"])
def test_others_see_nothing(yoshida: User, sato: User, okada: User, client: Client, path: str) -> None:
    assert client.get(f"/prefecture/14/{path}").status_code == 302
    assert signed_in(yoshida).get(f"/prefecture/13/{path}").status_code == 404
    for person in (sato, okada):
        assert signed_in(person).get(f"/prefecture/14/{path}").status_code == 404


def test_the_list_costs_the_same_for_many(
    posting: Posting, yoshida: User, sato: User, okada: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        make_published(make_facility(name=f"病院{number}"), _member(number), okada)
    prefecture = signed_in(yoshida)
    with django_assert_max_num_queries(11):
        assert prefecture.get("/prefecture/14/").status_code == 200


def _member(number: int) -> User:
    user = make_user(f"m{number}@example.jp")
    Membership.objects.create(user=user, facility=Facility.objects.get(name=f"病院{number}"))
    return user


def test_the_reception_desk_is_reported_changed_and_closed(yoshida: User) -> None:
    prefecture = signed_in(yoshida)
    assert "まだ報告されていません" in prefecture.get("/prefecture/14/desk/").content.decode()
    assert prefecture.post("/prefecture/14/desk/", DESK).status_code == 302
    prefecture.post("/prefecture/14/desk/", {**DESK, "hours": "毎日 9時〜20時"})
    desk = Desk.objects.get(kind="reception_desk")
    assert (desk.prefecture, desk.phone, desk.hours) == ("14", "0451112222", "毎日 9時〜20時")
    assert desk.reported_at
    assert Event.objects.filter(name="desk.reported").count() == 2
    assert prefecture.post("/prefecture/14/desk/close/").status_code == 302
    assert not Desk.objects.of("14").filter(kind="reception_desk").exists()
    assert prefecture.post("/prefecture/14/desk/close/").status_code == 404


def test_a_desk_without_a_phone_is_asked_for_it(yoshida: User) -> None:
    page = signed_in(yoshida).post(
        "/prefecture/14/desk/", {**DESK, "phone": "", "url": "javascript:alert(1)"}
    )
    assert page.status_code == 200
    assert "電話番号を入力してください" in page.content.decode()
    assert 'value="神奈川県 医療人材受付窓口"' in page.content.decode()
    assert not Desk.objects.exists()


def test_letter_addresses_are_added_and_stopped_by_the_prefecture(yoshida: User) -> None:
    prefecture = signed_in(yoshida)
    new = {"kind": "coordination_desk", "mail": "honbu@kanagawa.example"}
    assert prefecture.post("/prefecture/14/desk/addresses/", new).status_code == 302
    address = DeskAddress.objects.active().get()
    assert (address.desk.kind, address.desk.name) == ("coordination_desk", "神奈川県 調整本部")
    again = prefecture.post("/prefecture/14/desk/addresses/", new)
    assert "この送付先は登録されています" in again.content.decode()
    assert prefecture.post(f"/prefecture/14/desk/addresses/{address.pk}/stop/").status_code == 302
    assert not DeskAddress.objects.active().exists()
    assert prefecture.post(f"/prefecture/14/desk/addresses/{address.pk}/stop/").status_code == 404


def test_a_broken_address_is_shown_again(yoshida: User) -> None:
    page = signed_in(yoshida).post(
        "/prefecture/14/desk/addresses/", {"kind": "prefectural_office", "mail": "honbu"}
    )
    assert page.status_code == 200
    assert 'value="honbu"' in page.content.decode()


def test_a_prefecture_cannot_touch_the_addresses_of_others(yoshida: User) -> None:
    tokyo = Desk.objects.create(kind="prefectural_office", prefecture="13", name="東京都")
    center = Desk.objects.create(kind="nurse_center", prefecture="14", name="ナースセンター")
    prefecture = signed_in(yoshida)
    for desk in (tokyo, center):
        address = DeskAddress.objects.create(desk=desk, address="x@example.jp")
        assert prefecture.post(f"/prefecture/14/desk/addresses/{address.pk}/stop/").status_code == 404
    assert DeskAddress.objects.active().count() == 2


def test_a_condition_that_does_not_exist_gives_the_list_with_a_sentence_and_no_file(
    posting: Posting, yoshida: User
) -> None:
    prefecture = signed_in(yoshida)
    answer = prefecture.get("/prefecture/14/postings.csv?status=publishd")
    assert answer.headers["Location"] == "/prefecture/14/?status=publishd"
    assert "直してください" in prefecture.get(answer.headers["Location"]).content.decode()
