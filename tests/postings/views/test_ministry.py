"""The ministry reads everything that was handed in, and takes files away."""

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Review
from tests.builders import make_application, make_draft, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
PAGES = [
    "/ministry/postings/",
    "/ministry/postings.csv",
    "/ministry/counts/",
    "/ministry/counts.csv",
    "/ministry/exports/",
]


def text_of(response: Any) -> str:
    assert response.status_code == 200
    whole = b"".join(response.streaming_content) if response.streaming else response.content
    return str(whole.decode("utf-8-sig"))


def rows(response: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(response), newline="")))


@pytest.mark.parametrize("path", PAGES)
def test_only_the_ministry_comes_in(path: str, mori: User, okada: User, sato: User, yoshida: User) -> None:
    assert signed_in(mori).get(path).status_code == 200
    for stranger in (okada, sato, yoshida):
        assert signed_in(stranger).get(path).status_code == 404
    assert Client().get(path).status_code == 302


def test_the_console_begins_with_the_list(mori: User) -> None:
    assert signed_in(mori).get("/ministry/")["Location"] == "/ministry/postings/"


def test_all_postings_are_listed_but_drafts(mori: User, sakura: Facility, sato: User, okada: User) -> None:
    hidden = make_published(sakura, sato, okada, title="非公開の募集", name_visibility="hidden")
    draft = make_draft(sakura, title="下書きの募集")
    text = text_of(signed_in(mori).get("/ministry/postings/"))
    assert hidden.number in text
    assert "さくら病院（施設名は非公開）" in text
    assert draft.number not in text
    assert signed_in(mori).get(f"/ministry/postings/{draft.number}/").status_code == 404


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("status=published", {"公開中の看護師", "公開中の医師"}),
        ("status=paused", {"停止中の看護師"}),
        ("occupation=doctor", {"公開中の医師"}),
        ("prefecture=13", {"公開中の医師"}),
        ("employment=spot", {"停止中の看護師"}),
        ("program=vaccination", set()),
        ("since=2999/1/1", set()),
        ("until=令和8年1月1日", set()),
        ("words=医師", {"公開中の医師"}),
        ("words=さくら", {"公開中の看護師", "公開中の医師", "停止中の看護師"}),
    ],
)
def test_the_list_and_its_file_are_narrowed_alike(
    query: str, titles: set[str], mori: User, sakura: Facility, sato: User, okada: User
) -> None:
    make_published(sakura, sato, okada, title="公開中の看護師")
    make_published(
        sakura,
        sato,
        okada,
        title="公開中の医師",
        occupation="doctor",
        licence="医師免許",
        work_prefecture="13",
    )
    make_published(sakura, sato, okada, title="停止中の看護師", employment_type="spot").pause(by=sato)
    client = signed_in(mori)
    text = text_of(client.get(f"/ministry/postings/?{query}"))
    everything = {"公開中の看護師", "公開中の医師", "停止中の看護師"}
    assert {title for title in everything if title in text} == titles
    asked = {"purpose": "報告", "form": "csv"}
    file = rows(client.post(f"/ministry/exports/new/?{query}", asked))
    assert {row["募集タイトル"] for row in file} == titles
    assert len(rows(client.get(f"/ministry/postings.csv?{query}"))) == len(titles)


def test_a_number_is_found_in_any_width(mori: User, sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    make_published(sakura, sato, okada, title="別の募集")
    text = text_of(signed_in(mori).get("/ministry/postings/", {"words": posting.number.lower()}))
    assert posting.number in text
    assert "別の募集" not in text


def test_an_impossible_day_is_answered_with_a_sentence(mori: User) -> None:
    text = text_of(signed_in(mori).get("/ministry/postings/?since=2026/2/30"))
    assert "2026年2月30日はありません" in text
    assert 'value="2026/2/30"' in text


def test_the_list_costs_the_same_at_1_and_at_50_postings(
    mori: User,
    sakura: Facility,
    sato: User,
    okada: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client = signed_in(mori)
    for _ in range(50):
        make_published(sakura, sato, okada)
    with django_assert_max_num_queries(12):
        text_of(client.get("/ministry/postings/"))


def test_one_posting_is_shown_whole_and_cannot_be_changed(
    mori: User, sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada, name_visibility="hidden", internal_note="至急です")
    text = text_of(signed_in(mori).get(f"/ministry/postings/{posting.number}/"))
    for words in ("さくら病院", "港町1-1", "至急です", "公開しました", "第1版"):
        assert words in text
    assert text.count("<form") == text.count('action="/account/logout/"')


def test_the_file_counts_applications_and_names_who_confirmed(
    mori: User, sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    make_application(posting)
    Review.objects.create(
        posting=posting,
        outcome=Review.Outcome.CONFIRMED,
        received_at=timezone.now(),
        due_on=timezone.localdate(),
        decided_by=okada,
    )
    asked = {"purpose": "報告", "form": "csv"}
    (row,) = rows(signed_in(mori).post("/ministry/exports/new/", asked))
    assert (row["応募数"], row["問い合わせ数"], row["採用数"]) == ("1", "0", "0")
    assert row["確認者"] == "岡田 実"
    assert "中村" not in str(row)


def test_the_counts_add_up_and_leave_as_a_file(mori: User, sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada)
    make_published(sakura, sato, okada).pause(by=sato)
    client = signed_in(mori)
    text = text_of(client.get("/ministry/counts/"))
    assert "時点で公開中の募集" in text
    file = rows(client.get("/ministry/counts.csv"))
    assert len(file) == 47 * 12
    (row,) = [row for row in file if row["公開中件数"] != "0"]
    assert (row["都道府県"], row["職種"], row["公開中件数"], row["募集人数"]) == (
        "神奈川県",
        "看護師",
        "1",
        "2",
    )


@pytest.mark.parametrize("path", [*PAGES, "/ministry/"])
def test_the_ministry_only_reads(path: str, mori: User) -> None:
    assert signed_in(mori).post(path).status_code == 405


@pytest.mark.parametrize("path", ["/ministry/postings.csv"])
def test_a_condition_that_does_not_exist_gives_the_list_with_a_sentence_and_no_file(
    path: str, mori: User
) -> None:
    client = signed_in(mori)
    answer = client.get(f"{path}?since=2026-02-30")
    assert answer.headers["Location"] == "/ministry/postings/?since=2026-02-30"
    assert "直してください" in client.get(answer.headers["Location"]).content.decode()
