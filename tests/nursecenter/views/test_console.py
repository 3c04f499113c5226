"""A nurse center's console: postings to introduce, its contact, its letter addresses."""

import csv
import io
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from facilities.models import Desk, DeskAddress, Facility
from keynet.accounts.models import User
from keynet.outbox.models import Event
from tests.builders import make_draft, make_published
from tests.cast import signed_in
from tests.nursecenter.desks import open_centers

pytestmark = pytest.mark.django_db

HOME = "/nurse-center/14/"
CONTACT = "/nurse-center/14/contact/"
FACTS = {
    "name": "神奈川県ナースセンター",
    "phone": "０４５−２６３−２１０１",
    "hours": "平日 9時〜17時",
    "address": "横浜市中区富士見町3-1",
    "url": "https://center.example/",
}


@pytest.fixture
def console(noda: User) -> Client:
    return signed_in(noda)


def desk() -> Desk:
    return Desk.objects.get(kind="nurse_center", prefecture="14")


def test_the_list_shows_open_nurse_postings_of_its_prefecture_with_whom_to_call(
    console: Client, sakura: Facility, sato: User, okada: User
) -> None:
    live = make_published(sakura, sato, okada)
    paused = make_published(sakura, sato, okada, occupation="midwife", licence="助産師免許")
    paused.pause(by=sato)
    closed = make_published(sakura, sato, okada)
    closed.close(by=sato, reason="filled")
    others = [
        closed,
        make_draft(sakura),
        make_published(sakura, sato, okada, occupation="clerk", licence="不問"),
        make_published(sakura, sato, okada, work_prefecture="13", work_city="新宿区"),
    ]
    page = console.get(HOME).content.decode()
    assert live.number in page and paused.number in page
    assert not [posting.number for posting in others if posting.number in page]
    assert "看護部" in page and "045-671-0000" in page


def test_a_hidden_name_is_shown_to_the_center_and_marked(
    console: Client, sakura: Facility, sato: User, okada: User
) -> None:
    make_published(sakura, sato, okada, name_visibility="hidden")
    page = console.get(HOME).content.decode()
    assert "さくら病院" in page
    assert "施設名は非公開</span>" in page


@pytest.mark.parametrize(
    ("query", "count"), [("occupation=nurse", 1), ("status=paused", 1), ("occupation=assistant_nurse", 0)]
)
def test_the_list_is_narrowed(
    console: Client, sakura: Facility, sato: User, okada: User, query: str, count: int
) -> None:
    make_published(sakura, sato, okada)
    make_published(sakura, sato, okada, occupation="midwife", licence="助産師免許").pause(by=sato)
    page = console.get(f"{HOME}?{query}").content.decode()
    assert page.count('<th scope="row"') == count
    assert ("この条件の募集はありません" in page) == (count == 0)


@pytest.mark.parametrize("query", ["occupation=doctor", "status=draft", "page=x&status=closed"])
def test_a_condition_that_makes_no_sense_is_named(console: Client, query: str) -> None:
    assert "選び直してください" in console.get(f"{HOME}?{query}").content.decode()


def test_the_empty_list_leads_to_the_letter_addresses(console: Client) -> None:
    page = console.get(HOME).content.decode()
    assert "いま紹介できる看護職の募集はありません" in page
    assert CONTACT in page


def test_the_file_has_the_columns_of_the_sheet_and_the_same_rows(
    console: Client, sakura: Facility, sato: User, okada: User
) -> None:
    make_published(sakura, sato, okada, name_visibility="hidden", tags=["after_break"], night_note="月4回")
    response = console.get(f"{HOME}postings.csv?occupation=nurse")
    text = b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    header, row = csv.reader(io.StringIO(text, newline=""))
    assert header[-5:] == ["夜勤", "託児", "ブランク可", "担当部署", "電話"]
    found = dict(zip(header, row, strict=True))
    assert found["施設名"] == "さくら病院"
    assert (found["夜勤"], found["ブランク可"], found["電話"]) == ("月4回", "はい", "045-671-0000")


def test_the_list_asks_as_much_for_three_rows_as_for_one(
    console: Client, sakura: Facility, sato: User, okada: User
) -> None:
    counts = []
    for _ in range(3):
        make_published(sakura, sato, okada)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            console.get(HOME)
        counts.append(len(asked))
    assert counts[0] == counts[2] <= 12


def test_saving_the_contact_makes_it_the_centers_own(console: Client, noda: User) -> None:
    open_centers()
    assert "2021年5月時点" in console.get(CONTACT).content.decode()
    assert console.post(CONTACT, FACTS).status_code == 302
    own = desk()
    assert (own.phone, own.phone_as_of, own.hours) == ("0452632101", None, "平日 9時〜17時")
    assert own.reported_at is not None
    event = Event.objects.get(name="desk.reported")
    assert event.actor == noda.actor_key
    assert "https://center.example/" in Client().get("/nurse-centers/14/").content.decode()


def test_a_prefecture_without_a_desk_gets_one(console: Client) -> None:
    assert "神奈川県ナースセンター" in console.get(CONTACT).content.decode()
    assert not Desk.objects.exists()
    console.post(CONTACT, FACTS)
    assert desk().url == "https://center.example/"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("phone", "", "電話番号を入力してください"),
        ("phone", "263-2101", "市外局番から"),
        ("name", "", "名称を入力してください"),
        ("name", "名\r\n前", "改行を消して"),
        ("name", "名\x00前", "使えない文字"),
        ("url", "javascript:alert(1)", "https:// から入力してください"),
        ("url", "center.example", "https:// から入力してください"),
        ("address", "長" * 201, "200文字以内"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    console: Client, field: str, typed: str, sentence: str
) -> None:
    open_centers()
    page = console.post(CONTACT, {**FACTS, field: typed}).content.decode()
    assert sentence in page
    assert "平日 9時〜17時" in page
    assert desk().reported_at is None


def test_a_letter_address_is_registered_once_and_stopped(console: Client) -> None:
    open_centers()
    add = f"{CONTACT}addresses/"
    assert "送付先がありません" in console.get(CONTACT).content.decode()
    assert console.post(add, {"mail": "noda@center.example"}).status_code == 302
    again = console.post(add, {"mail": "noda@center.example"}).content.decode()
    assert "この送付先は登録されています" in again and 'value="noda@center.example"' in again
    address = DeskAddress.objects.active().get()
    assert address.desk == desk()
    stop = f"{add}{address.pk}/stop/"
    assert console.post(stop).status_code == 302
    assert not DeskAddress.objects.active().exists()
    assert console.post(stop).status_code == 404


def test_letter_addresses_are_one_mail_address_each(console: Client) -> None:
    page = console.post(f"{CONTACT}addresses/", {"mail": "a@b.example, c@d.example"}).content.decode()
    assert "1つだけ" in page
    assert not DeskAddress.objects.exists()


def test_letter_addresses_are_never_public(console: Client) -> None:
    open_centers()
    console.post(f"{CONTACT}addresses/", {"mail": "noda@center.example"})
    for address in ("/nurse-centers/", "/nurse-centers/14/"):
        assert "noda@center.example" not in Client().get(address).content.decode()


@pytest.mark.parametrize("pk", [0, 2**63, 10**30])
def test_other_desks_addresses_cannot_be_stopped(console: Client, pk: int) -> None:
    assert console.post(f"{CONTACT}addresses/{pk}/stop/").status_code == 404


def test_another_desk_of_the_prefecture_is_out_of_reach(console: Client) -> None:
    office = Desk.objects.create(kind="prefectural_office", prefecture="14", name="神奈川県 医療課")
    foreign = DeskAddress.objects.create(desk=office, address="iryo@pref.example")
    assert console.post(f"{CONTACT}addresses/{foreign.pk}/stop/").status_code == 404
    assert foreign.address not in console.get(CONTACT).content.decode()


@pytest.mark.parametrize("path", ["", "postings.csv", "contact/"])
def test_a_center_sees_only_its_own_console(console: Client, sato: User, yoshida: User, path: str) -> None:
    assert console.get(f"/nurse-center/13/{path}").status_code == 404
    for stranger in (sato, yoshida):
        assert signed_in(stranger).get(f"{HOME}{path}").status_code == 404
    login = Client().get(f"{HOME}{path}")
    assert login.status_code == 302
    assert urlencode({"next": f"{HOME}{path}"}, safe="/") in login["Location"]


@pytest.mark.parametrize("path", [HOME, CONTACT])
def test_the_menu_marks_the_page_one_is_on_and_no_other(console: Client, path: str) -> None:
    page = console.get(path).content.decode().partition("</nav>")[0]
    assert page.count("aria-current") == 1
    assert f'<a href="{path}" aria-current="page">' in page


def test_changes_are_posted_only(console: Client) -> None:
    assert console.get(f"{CONTACT}addresses/").status_code == 405
    assert console.get(f"{CONTACT}addresses/1/stop/").status_code == 405


def test_no_file_leaves_under_a_condition_that_does_not_exist(console: Client) -> None:
    answer = console.get(f"{HOME}postings.csv?occupation=clerk")
    assert answer.headers["Location"] == f"{HOME}?occupation=clerk"
