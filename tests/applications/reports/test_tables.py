"""What office and ministry take away beside all postings: who may, what is recorded, what the columns say."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from applications.reports.models import Export
from applications.reports.tables import TABLES
from facilities.models import Desk, DeskAddress, Facility
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.outbox.letters import send_again
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from postings.exports.columns import OPEN_DATA
from postings.models import Posting
from tests.applications.reports.taking import lines_of, text_of
from tests.builders import make_published
from tests.cast import grown_old, signed_in

pytestmark = pytest.mark.django_db
OFFERED = {"ministry": {"doctors", "checks", "sent", "log"}, "office": {"doctors", "sent"}}


@pytest.fixture
def doctor(sakura: Facility, sato: User, okada: User) -> Posting:
    on = timezone.localdate() + timedelta(days=10)
    return make_published(
        sakura,
        sato,
        okada,
        occupation="doctor",
        departments=["internal_medicine"],
        spot_dates=[{"on": f"{on}", "starts": "09:00", "ends": "17:00", "headcount": 2}],
        wage_type="per_session",
        wage_min=50_000,
        wage_max=80_000,
        wage_note="=手当",
        name_visibility="hidden",
    )


@pytest.mark.parametrize(("body", "name"), [("ministry", "mori"), ("office", "okada")])
def test_each_body_is_offered_its_tables_and_no_other_exists_for_it(
    request: pytest.FixtureRequest, body: str, name: str
) -> None:
    client = signed_in(request.getfixturevalue(name))
    listed = client.get(f"/{body}/exports/").content.decode()
    for table in TABLES:
        page = f"/{body}/exports/tables/{table.content}/"
        assert (page in listed) == (table.content in OFFERED[body])
        assert client.get(page).status_code == (200 if table.content in OFFERED[body] else 404)
    assert client.get(f"/{body}/exports/tables/postings/").status_code == 404


@pytest.mark.parametrize("content", sorted(OFFERED["ministry"]))
def test_an_empty_table_says_so_and_is_a_file_of_headings(mori: User, content: str) -> None:
    past = "?since=2020年1月1日&until=2020年1月2日"
    shown = signed_in(mori).get(f"/ministry/exports/tables/{content}/{past}").content.decode()
    assert '<b class="num">0件</b>' in shown and "見出しだけのファイルになります" in shown
    assert lines_of(mori, content, past) == []


@pytest.mark.parametrize("content", sorted(OFFERED["ministry"]))
def test_page_and_file_ask_the_same_for_one_row_and_for_many(
    sakura: Facility, sato: User, okada: User, mori: User, content: str
) -> None:
    client = signed_in(mori)

    def asked() -> tuple[int, int]:
        page = f"/ministry/exports/tables/{content}/"
        with CaptureQueriesContext(connection) as shown:
            client.get(page)
        with CaptureQueriesContext(connection) as taken:
            answer: Any = client.post(page, {"purpose": "報告"})
            assert sum(1 for _ in answer.streaming_content) <= 2  # the headings, and all lines by one COPY
        return len(shown), len(taken)

    make_published(sakura, sato, okada, occupation="doctor")
    few = asked()
    for _ in range(3):
        make_published(sakura, sato, okada, occupation="doctor")
    assert asked() == few and max(few) <= 20


def test_what_is_taken_away_is_recorded_with_its_purpose_and_can_be_asked_again(
    doctor: Posting, mori: User
) -> None:
    lines_of(mori, "doctors", "?prefecture=14")
    export = Export.objects.get()
    assert (export.content, export.rows, export.query) == ("doctors", 1, "prefecture=14")
    client = signed_in(mori)
    shown = client.get("/ministry/exports/").content.decode()
    assert "医師の募集情報" in shown and "11月の報告" in shown
    one = client.get(f"/ministry/exports/{export.public_id}/").content.decode()
    assert "医師の募集情報の書き出し" in one
    assert "/ministry/exports/tables/doctors/?prefecture=14" in one


def test_nothing_leaves_without_a_purpose_a_sound_condition_or_a_fresh_login(
    doctor: Posting, mori: User
) -> None:
    client = signed_in(mori)
    page = "/ministry/exports/tables/doctors/"
    assert "利用の目的を入力してください" in client.post(page, {}).content.decode()
    unsound = client.post(f"{page}?since=いつか", {"purpose": "報告"})
    assert unsound.status_code == 200 and set(unsound.context["filter"].errors) == {"since"}
    assert grown_old(client).post(page, {"purpose": "報告"}).status_code == 302
    assert not Export.objects.exists()


def test_doctors_that_a_bank_can_introduce_now_stand_in_the_file(
    doctor: Posting, sakura: Facility, midori: Facility, sato: User, suzuki: User, okada: User, mori: User
) -> None:
    make_published(sakura, sato, okada)
    make_published(midori, suzuki, okada, occupation="doctor", work_prefecture="13").pause(by=suzuki)
    (line,) = lines_of(mori, "doctors")
    assert list(line) == [
        *(column.heading for column in OPEN_DATA),
        *("診療科", "スポット日程", "報酬", "報酬の手当・内訳", "担当部署", "電話"),
    ]
    assert (line["番号"], line["施設名"], line["職種"]) == (doctor.number, "さくら病院", "医師")
    assert line["報酬"] == "1回あたり50,000円〜80,000円"
    assert line["報酬の手当・内訳"] == "'=手当"
    assert "9:00〜17:00（2名）" in line["スポット日程"]
    assert line["都道府県コード"] == "14"
    assert line["診療科"] and line["電話"].count("-") == 2
    assert lines_of(okada, "doctors", "?prefecture=13", body="office") == []


def test_deliveries_name_the_organisation_and_the_result_but_no_address(
    sakura: Facility, sato: User, okada: User, mori: User
) -> None:
    desk = Desk.objects.create(kind="prefectural_office", prefecture="14", name="神奈川県 医療課")
    DeskAddress.objects.create(desk=desk, address="iryo@pref.example")
    posting = make_published(sakura, sato, okada)
    relay.run(REACTIONS)
    first = Letter.objects.get(recipient="iryo@pref.example")
    Letter.objects.filter(pk=first.pk).update(status="failed", tries=3)
    assert send_again(first, by=okada.actor_key)
    Letter.objects.filter(pk=first.pk).update(status="sent", tries=2, sent_at=timezone.now())
    posting.pause(by=sato)
    relay.run(REACTIONS)
    text = text_of(okada, "sent", body="office")
    assert "@" not in text
    paused, news = lines_of(mori, "sent", "?prefecture=14")
    assert news["募集番号"] == paused["募集番号"] == posting.number
    assert news["宛先種別"] == paused["宛先種別"] == "都道府県"
    assert news["宛先団体"] == "神奈川県 医療課"
    assert (news["結果"], news["再送回数"]) == ("送信済み", "2")
    assert (paused["手紙の種類"], paused["送信日時"], paused["再送回数"]) == ("募集の停止", "", "0")
    assert len(lines_of(mori, "sent", "?status=sent&circle=alerts.new_for_prefecture")) == 1
    assert lines_of(mori, "sent", "?prefecture=13") == []


def test_letters_to_people_are_no_deliveries(sakura: Facility, sato: User, okada: User, mori: User) -> None:
    posting = make_published(sakura, sato, okada)
    facts = {"subject": f"posting:{posting.pk}", "recipient": "jun@seeker.example", "heading": "x"}
    Letter.objects.create(kind="applications.received", **facts)
    assert lines_of(mori, "sent") == []
