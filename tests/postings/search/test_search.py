"""The one search: conditions in, postings out, in an order that is said."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from postings.search.criteria import Criteria, read
from postings.search.landing import address
from postings.search.posting_search import PostingSearch, named
from postings.search.synonyms import load_synonyms
from tests.builders import days_from_now, make_draft, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def postings(sakura: Facility, sato: User, okada: User) -> dict[str, Posting]:
    """Three public postings and two that are not."""
    paused = make_published(sakura, sato, okada, title="停止中")
    paused.pause(by=sato)
    make_draft(sakura, title="下書き")
    return {
        "nurse": make_published(sakura, sato, okada, title="感染症病棟の看護師"),
        "doctor": make_published(
            sakura,
            sato,
            okada,
            title="内科のドクター",
            occupation="doctor",
            licence="医師免許",
            work_prefecture="13",
        ),
        "spot": make_published(
            sakura, sato, okada, title="単発の看護師", employment_type="spot", work_prefecture="47"
        ),
    }


def found(query: str) -> list[str]:
    criteria, _ = read(QueryDict(query))
    return [posting.title for posting in PostingSearch(criteria).results]


def test_only_postings_that_can_be_applied_to_are_found(postings: dict[str, Posting]) -> None:
    assert found("") == ["単発の看護師", "内科のドクター", "感染症病棟の看護師"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("occ=nurse", ["単発の看護師", "感染症病棟の看護師"]),
        ("occ=nurse&occ=doctor&pref=13", ["内科のドクター"]),
        ("region=kanto", ["内科のドクター", "感染症病棟の看護師"]),
        ("region=kanto&pref=47", ["単発の看護師", "内科のドクター", "感染症病棟の看護師"]),
        ("emp=spot", ["単発の看護師"]),
        ("q=どくたー", ["内科のドクター"]),
        ("q=ﾄﾞｸﾀｰ", ["内科のドクター"]),
        ("q=感染症　看護", ["感染症病棟の看護師"]),
        ("q=100%25", []),
        ("q=さくら", ["単発の看護師", "内科のドクター", "感染症病棟の看護師"]),
    ],
)
def test_conditions_narrow_the_list(postings: dict[str, Posting], query: str, titles: list[str]) -> None:
    duties = "入院患者の世話をします。"
    Posting.objects.exclude(title="感染症病棟の看護師").update(duties=duties)
    for posting in Posting.objects.exclude(published_at=None):
        posting.keep_version(by=posting.facility.memberships.get().user)
        posting.save()
    assert found(query) == titles


def test_a_hidden_facility_is_not_found_by_its_name(sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada, name_visibility="hidden")
    assert found("q=さくら病院") == []
    assert len(found("q=看護師")) == 1


def test_closing_soon_and_urgent_are_what_they_say(
    postings: dict[str, Posting],
) -> None:
    Posting.objects.filter(pk=postings["doctor"].pk).update(publish_to=days_from_now(1))
    Posting.objects.filter(pk=postings["nurse"].pk).update(urgent_until=timezone.now())
    Posting.objects.filter(pk=postings["spot"].pk).update(urgent_until=timezone.now() + timedelta(days=2))
    assert found("sort=closing")[0] == "内科のドクター"
    assert found("urgent=1") == ["単発の看護師"]


def test_wages_are_compared_only_with_wages_of_the_same_kind(
    sakura: Facility, sato: User, okada: User
) -> None:
    for title, kind, low in [
        ("月給30万", "monthly", 300_000),
        ("時給3千", "hourly", 3000),
        ("時給2千", "hourly", 2000),
        ("日給2万", "daily", 20_000),
    ]:
        make_published(sakura, sato, okada, title=title, wage_type=kind, wage_min=low, wage_max=None)
    assert found("sort=wage") == ["時給3千", "時給2千", "日給2万", "月給30万"]
    assert "下限の額が高い順" in PostingSearch(Criteria(sort="wage")).rule


def test_values_that_cannot_be_used_are_named() -> None:
    query = QueryDict("occ=nurse&occ=surgeon&pref=99&region=kanto&emp=x&urgent=2&sort=best&page=-1")
    criteria, unusable = read(query)
    assert criteria == Criteria(occ=("nurse",), region=("kanto",))
    assert unusable == [
        "職種「surgeon」",
        "都道府県「99」",
        "雇用形態「x」",
        "緊急の募集「2」",
        "並び順「best」",
        "ページ「-1」",
    ]


def test_empty_values_of_a_form_mean_nothing() -> None:
    assert read(QueryDict("occ=&pref=&emp=&q=+&sort=new&page=")) == (Criteria(), [])


def test_a_keyword_has_a_limit() -> None:
    criteria, unusable = read(QueryDict(f"q={'看' * 101}"))
    assert (criteria.q, len(unusable)) == ("", 1)


def test_one_search_has_one_address_whatever_the_order_of_its_conditions() -> None:
    one, _ = read(QueryDict("pref=14&occ=nurse&pref=13&emp=spot&sort=new&page=1"))
    other, _ = read(QueryDict("emp=spot&pref=13&pref=14&occ=nurse"))
    assert address(one) == address(other) == "/postings/?occ=nurse&pref=13&pref=14&emp=spot"
    assert read(QueryDict(one.query()))[0] == one


def test_a_region_takes_its_prefectures_in() -> None:
    criteria, _ = read(QueryDict("region=shikoku&pref=37&pref=13"))
    assert criteria.pref == ("13",)
    assert criteria.prefectures == ("13", "36", "37", "38", "39")


def test_frequent_searches_have_fixed_addresses() -> None:
    assert address(Criteria(occ=("public_health_nurse",))) == "/postings/public-health-nurse/"
    assert address(Criteria(occ=("nurse",), pref=("14",), page=2)) == "/postings/nurse/14/?page=2"
    assert address(Criteria(occ=("nurse",), sort="wage")) == "/postings/?occ=nurse&sort=wage"
    assert address(Criteria()) == "/postings/"


def test_every_condition_can_be_taken_away_by_a_link() -> None:
    criteria, _ = read(QueryDict("occ=nurse&occ=doctor&region=kanto&q=病棟&urgent=1&page=3"))
    chips = {chip.label: chip.url for chip in PostingSearch(criteria).chips}
    assert list(chips) == ["医師", "看護師", "関東", "「病棟」", "緊急の募集"]
    without = {label: read(QueryDict(url.partition("?")[2]))[0] for label, url in chips.items()}
    assert without["医師"] == replace(criteria, occ=("nurse",), page=1)
    assert without["「病棟」"] == replace(criteria, q="", page=1)


def test_the_heading_says_what_was_searched() -> None:
    assert PostingSearch(Criteria()).heading == "すべての求人"
    few = Criteria(occ=("nurse", "assistant_nurse"), pref=("13", "14"))
    assert PostingSearch(few).heading == "看護師・准看護師の求人（東京都・神奈川県）"
    many = Criteria(pref=("01", "02", "03", "04"), region=("kanto",))
    assert PostingSearch(many).heading == "すべての求人（関東・北海道など4都道府県）"


def test_an_empty_result_says_which_condition_to_drop(postings: dict[str, Posting]) -> None:
    search = PostingSearch(Criteria(occ=("nurse",), pref=("46",), emp=("spot",)))
    assert search.total == 0
    assert [(hint.text, hint.count) for hint in search.hints()] == [
        ("勤務地を「九州・沖縄のすべて」に広げる", 1),
        ("勤務地を全国に広げる", 1),
    ]


def test_a_number_leads_to_its_posting_however_it_is_typed(postings: dict[str, Posting]) -> None:
    number = postings["nurse"].number
    assert named(number) == postings["nurse"]
    assert named(number.lower().replace("-", " ")) == postings["nurse"]
    assert (
        named(number.translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))) == postings["nurse"]
    )
    assert named("KN-0001" + number[7:]) is None
    assert named("看護師") is None
    draft = Posting.objects.get(status="draft")
    assert named(draft.number) is None


def test_what_the_page_says_by_a_choice_is_found_by_its_words(
    sakura: Facility, sato: User, okada: User
) -> None:
    load_synonyms()
    make_published(
        sakura,
        sato,
        okada,
        title="日中だけ",
        shift_pattern="day_only",
        tags=["after_break"],
        childcare="on_site",
    )
    make_published(sakura, sato, okada, title="交替", shift_pattern="two_shifts", housing="single")
    for word in ("日勤のみ", "夜勤なし", "ブランク", "託児所"):
        assert found(f"q={word}") == ["日中だけ"]
    assert found("q=寮") == ["交替"]
