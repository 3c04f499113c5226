"""Whatever is asked: page, total and every number beside a choice are what reading all postings one by one gives."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import cycle, islice
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting, Synonym
from postings.search.criteria import LISTS, Criteria
from postings.search.facets import NAMES
from postings.search.posting_search import PostingSearch
from postings.search.predicates import Keyword, published_since
from postings.search.reading import Word
from tests.builders import days_from_now, make_published

pytestmark = pytest.mark.django_db

TEXTS = ["看護師と准看護師", "准看護師のみ", "ﾅｰｽ", "夜勤 ICU", "外来で採血", "100%の力"]
CITIES = [("14", "横浜市中区"), ("14", "川崎市幸区"), ("13", "中央区")]


def _some(name: str, values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    order = list(LISTS[name][1]) if name in LISTS else sorted(values)
    return st.sets(st.sampled_from(values), max_size=2).map(
        lambda found: tuple(v for v in order if v in found)
    )


def _tidy(criteria: Criteria) -> Criteria:
    """Drop what the reader of addresses would not let through."""
    pref = tuple(code for code in criteria.pref if code not in Criteria(region=criteria.region).prefectures)
    criteria = replace(criteria, pref=pref, least=criteria.least if len(criteria.pay) == 1 else 0)
    return replace(criteria, city=tuple(one for one in criteria.city if one[:2] in criteria.prefectures))


criteria_of_any_kind = st.builds(
    Criteria,
    occ=_some("occ", ["nurse", "midwife"]),
    region=st.sampled_from([(), (), ("kanto",), ("shikoku",)]),
    pref=_some("pref", ["13", "14", "47"]),
    city=_some("city", ["13中央区", "14川崎市幸区", "14横浜市中区"]),
    emp=_some("emp", ["spot", "part_time"]),
    shift=_some("shift", ["day_only", "two_shifts"]),
    dept=st.one_of(st.just(()), _some("dept", ["surgery", "ward"])),
    pay=st.one_of(st.just(()), _some("pay", ["hourly", "monthly"])),
    least=st.sampled_from([0, 0, 2000]),
    tag=st.one_of(st.just(()), _some("tag", ["visit", "training"])),
    care=st.sampled_from([(), (), ("on_site",)]),
    online=st.sampled_from([(), (), ("1",)]),
    spot_from=st.one_of(st.none(), st.none(), st.just(days_from_now(3))),
    q=st.sampled_from(
        ["", "", "", "看", "看護師", "准看護師", "なーす", "夜勤　icu", "%", "採血 外来", "無"]
    ),
    exact=st.booleans(),
    urgent=st.sampled_from([False, False, True]),
    since=st.sampled_from(["", "", "day", "week"]),
    sort=st.sampled_from(["new", "closing", "wage"]),
).map(_tidy)


@pytest.fixture
def postings(sakura: Facility, sato: User, okada: User) -> list[Posting]:
    """Two dozen different ones."""
    Synonym.objects.create(words=["看護師", "ナース"], apart=["准看護師"])
    ways = zip(
        cycle(TEXTS),
        cycle(["nurse", "nurse", "midwife", "clerk"]),
        cycle(CITIES),
        cycle(["spot", "part_time", "full_time", "spot", "part_time"]),
        cycle([("hourly", 1900), ("hourly", 2000), ("monthly", 300_000)]),
        range(24),
        strict=False,
    )
    for text, occupation, (prefecture, city), employment, (pay, low), number in islice(ways, 24):
        posting = make_published(
            sakura, sato, okada, title=f"{text[:20]}{number}", duties=text, occupation=occupation,
            work_prefecture=prefecture, work_city=city, employment_type=employment, wage_type=pay, wage_min=low,
            wage_max=None, shift_pattern=["day_only", "two_shifts", ""][number % 3] if occupation == "clerk" else "day_only",
            departments=[["surgery", "ward"], ["ward"], []][number % 3], tags=[["visit", "training"], ["visit"], [], []][number % 4],
            selection_methods=["online_interview" if number % 2 else "documents"],
            spot_dates=[{"on": str(days_from_now(number)), "starts": "09:00", "ends": "17:00", "headcount": 1}],
            childcare=["on_site", "none", ""][number % 3],
            housing=["single", "family"][number % 2],
            publish_to=days_from_now(number % 5 + 1),
        )  # fmt: skip
        Posting.objects.filter(pk=posting.pk).update(
            published_at=timezone.now() - timedelta(days=number % 12, minutes=number),
            urgent_until=timezone.now() + timedelta(days=number - 12) if number % 2 else None,
        )
    return list(Posting.objects.all())


def fits(posting: Posting, criteria: Criteria, words: tuple[Word, ...]) -> bool:
    """Say it by hand, condition by condition."""
    city = posting.work_prefecture + posting.work_city
    text = posting.search_key

    def says(key: str, apart: tuple[str, ...]) -> bool:
        rest = text
        for longer in apart:
            rest = rest.replace(longer, " ")
        return key in rest

    return all(
        [
            not criteria.occ or posting.occupation in criteria.occ,
            not criteria.places or posting.work_prefecture in criteria.places or city in criteria.places,
            not criteria.emp or posting.employment_type in criteria.emp,
            not criteria.shift or posting.shift_pattern in criteria.shift,
            not criteria.dept or set(criteria.dept) & set(posting.departments),
            not criteria.program or posting.program in criteria.program,
            not criteria.care or posting.childcare in criteria.care,
            not criteria.home or posting.housing in criteria.home,
            not criteria.pay or posting.wage_type in criteria.pay,
            (posting.wage_min or 0) >= criteria.least,
            set(criteria.tag) <= set(posting.tags),
            not criteria.online or "online_interview" in posting.selection_methods,
            not criteria.spot_days or posting.spot_dates[0]["on"] in criteria.spot_days,
            not criteria.urgent or (posting.urgent_until and posting.urgent_until > timezone.now()),
            not criteria.since
            or (posting.published_at and posting.published_at >= published_since(criteria.since)),
            *(any(says(key, word.apart_from(key)) for key in word.keys) for word in words),
        ]
    )


def choices(criteria: Criteria, name: str) -> Iterator[tuple[str, Criteria]]:
    """Give each value of a parameter with the search in which only it is chosen there, or is chosen besides."""
    if name == "urgent":
        yield "1", replace(criteria, urgent=True)
    elif name == "since":
        yield from ((value, replace(criteria, since=value)) for value in ("day", "week"))
    elif name == "city":
        # Under the prefectures that are chosen; without any a city is not offered.
        yield from ((p + c, replace(criteria, city=(p + c,), region=(), pref=(p,))) for p, c in CITIES if p in criteria.prefectures)  # fmt: skip
    elif name in ("tag", "online"):
        for value in LISTS[name][1]:
            yield value, _with(criteria, name, {*getattr(criteria, name), value})
    else:
        for value in LISTS[name][1]:
            yield value, _with(criteria.without(name), name, {value})


def _with(criteria: Criteria, name: str, values: set[str]) -> Criteria:
    changes: dict[str, Any] = {name: tuple(values)}
    return replace(criteria, **changes)


WAGES = ["hourly", "daily", "monthly", "annual", "per_session"]
ORDERS = {
    "new": lambda posting: (-posting.published_at.timestamp(), -posting.pk),
    "closing": lambda posting: (posting.publish_to, posting.pk),
    "wage": lambda p: (WAGES.index(p.wage_type), -p.wage_min, -p.published_at.timestamp(), -p.pk),
}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(criteria=criteria_of_any_kind)
def test_page_total_and_numbers_are_what_one_would_count_by_hand(
    postings: list[Posting], criteria: Criteria
) -> None:
    search, words = PostingSearch(criteria), Keyword(criteria).reading.words
    expected = sorted((one for one in postings if fits(one, criteria, words)), key=ORDERS[criteria.sort])
    assert search.total == len(expected)
    assert not search.is_capped
    assert list(search.paginator.page(1).object_list) == expected[:20]
    assert list(search.results) == list(search.rows()) == expected
    assert search.facets.known == NAMES
    for name in sorted(NAMES):
        for value, chosen in choices(criteria, name):
            count = sum(fits(one, chosen, words) for one in postings)
            assert search.facets.of[name][value] == count, (name, value)
