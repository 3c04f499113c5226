"""The public pages: directory, one center, the table and its file."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from facilities.models import Desk, Facility
from keynet.accounts.models import User
from nursecenter.importing import SHIPPED, ensure_shipped_report
from nursecenter.models import StatReport
from tests.builders import make_published
from tests.nursecenter.desks import open_centers
from tests.nursecenter.sheets import cells

pytestmark = pytest.mark.django_db

NAMES = re.compile(r'<th scope="row"><a href="/nurse-centers/\d\d/">([^<]+)</a>')


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def report() -> StatReport:
    return ensure_shipped_report()


def test_the_directory_shows_47_centers_by_region(client: Client) -> None:
    open_centers()
    page = shown(client, "/nurse-centers/")
    assert page.count("<h3>") == 47
    places = [page.index(f">{region}</h2>") for region in ("北海道", "東北", "関東", "九州・沖縄")]
    assert places == sorted(places)


def test_a_number_of_the_circular_is_labelled_with_its_date_and_is_no_link(client: Client) -> None:
    open_centers()
    page = shown(client, "/nurse-centers/")
    assert page.count("2021年5月時点</span>") == 47
    assert "tel:0452632101" not in page


def test_a_number_that_its_owner_confirmed_is_a_link_without_label(client: Client) -> None:
    open_centers()
    Desk.objects.filter(prefecture="14").update(phone_as_of=None)
    for address in ("/nurse-centers/", "/nurse-centers/14/"):
        assert 'href="tel:0452632101"' in shown(client, address)
    assert "2021年5月時点" not in shown(client, "/nurse-centers/14/").partition("<footer")[0]


def test_a_center_leads_to_the_live_nursing_work_of_its_prefecture_only(
    client: Client, sakura: Facility, sato: User, okada: User
) -> None:
    open_centers()
    make_published(sakura, sato, okada)
    make_published(sakura, sato, okada).pause(by=sato)
    make_published(sakura, sato, okada, work_prefecture="13", work_city="新宿区")
    make_published(sakura, sato, okada, occupation="clerk", licence="不問")
    page = shown(client, "/nurse-centers/14/")
    assert '<b class="num">1件</b>' in page
    found = re.search(r'href="(/postings/\?[^"]+)"', page)
    assert found
    results = shown(client, found[1].replace("&amp;", "&"))
    assert "感染症病棟の看護師" in results


def test_a_center_without_work_figures_or_details_says_so(client: Client) -> None:
    Desk.objects.create(kind="nurse_center", prefecture="01", name="北海道ナースセンター")
    page = shown(client, "/nurse-centers/01/")
    assert "電話番号は、まだ登録されていません" in page
    assert "いま、応募を受け付けている看護職の求人はありません" in page
    assert "集計表は、まだ公開されていません" in page


def test_a_center_shows_its_figures_beside_the_total_with_each_beginning(
    client: Client, report: StatReport
) -> None:
    open_centers()
    page = shown(client, "/nurse-centers/36/")
    assert re.search(r"うちワクチン接種業務.*?144</td>.*?591</td>.*?2021年2月1日", page, re.S)


@pytest.mark.parametrize("code", ["00", "48", "14x", "１４", "99999999999999999999"])
def test_an_unknown_center_is_not_found(client: Client, code: str) -> None:
    open_centers()
    assert client.get(f"/nurse-centers/{code}/").status_code == 404


def test_a_closed_center_is_not_found(client: Client) -> None:
    open_centers()
    Desk.objects.filter(prefecture="14").update(closed_on="2026-01-01")
    assert client.get("/nurse-centers/14/").status_code == 404
    assert "神奈川県ナースセンター" not in shown(client, "/nurse-centers/")


def test_pages_say_when_nothing_is_published(client: Client) -> None:
    assert "まだ登録されていません" in shown(client, "/nurse-centers/")
    assert "まだ公開されていません" in shown(client, "/nurse-centers/table/")
    assert client.get("/nurse-centers/table.csv").status_code == 404


def test_a_draft_is_not_shown(client: Client, report: StatReport) -> None:
    StatReport.objects.update(published_at=None)
    assert "まだ公開されていません" in shown(client, "/nurse-centers/table/")


def test_the_table_shows_every_cell_the_total_first_and_the_notes_verbatim(
    client: Client, report: StatReport
) -> None:
    page = shown(client, "/nurse-centers/table/")
    for row in cells()[2:]:
        assert all(f">{int(figure):,}</td>" in page for figure in row[2:9])
        assert row[9] in page
    assert NAMES.findall(page)[:3] == ["北海道", "青森県", "岩手県"]
    assert page.index('<th scope="row">計') < page.index(">北海道<")
    for note in report.notes.all():
        assert note.text in page
    assert "20年4月6日～21年5月16日分(ワクチン関連については21/4/12以降)" in page


def test_the_table_shows_each_columns_own_period(client: Client, report: StatReport) -> None:
    page = shown(client, "/nurse-centers/table/")
    assert page.count("2020/4/6から") == 4
    assert page.count("2021/4/12から") == 2
    assert page.count("2021/2/1から") == 1
    assert "ここでは注2によりました" in page


@pytest.mark.parametrize(
    ("sort", "first", "aria"),
    [
        ("", "北海道", "ascending"),
        ("-prefecture", "沖縄県", "descending"),
        ("-placements", "広島県", "descending"),
        ("seekers", "静岡県", "ascending"),
        ("trained", "北海道", "ascending"),
        ("-trained", "東京都", "descending"),
    ],
)
def test_the_table_is_ordered_by_links(
    client: Client, report: StatReport, sort: str, first: str, aria: str
) -> None:
    page = shown(client, f"/nurse-centers/table/?sort={sort}")
    assert NAMES.findall(page)[0] == first
    assert len(NAMES.findall(page)) == 47
    assert re.findall(r'aria-sort="(\w+)"', page) == [aria]


def test_an_order_that_is_none_is_said(client: Client, report: StatReport) -> None:
    page = shown(client, "/nurse-centers/table/?sort=<script>")
    assert "この並べ方はできません" in page
    assert "<script>" not in page
    assert NAMES.findall(page)[0] == "北海道"


def test_the_download_is_the_imported_file_byte_for_byte(client: Client, report: StatReport) -> None:
    response = client.get("/nurse-centers/table.csv")
    assert response.content == SHIPPED.read_bytes()
    assert list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline=""))) == cells()
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="nursecenter_2021-05-16.csv"'


@pytest.mark.parametrize(
    "address",
    ["", "14/", "table/", "table/?sort=-seekers", "table.csv"],
    ids=lambda address: address or "top",
)
def test_no_page_asks_more_than_six_questions(client: Client, report: StatReport, address: str) -> None:
    open_centers()
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/nurse-centers/{address}")
    assert len([query for query in asked if query["sql"].startswith("SELECT")]) <= 6


@pytest.mark.parametrize("address", ["", "14/", "table/", "table.csv"])
def test_pages_are_only_read(client: Client, address: str) -> None:
    assert client.post(f"/nurse-centers/{address}").status_code == 405
