"""There is one meaning of a condition: what the digest finds is what the search finds, for any condition and posting."""

from datetime import timedelta
from random import Random

import pytest
from django.http import QueryDict
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.vocabulary.occupations import LISTED
from postings.alerts.conditions.matching import Fresh
from postings.alerts.conditions.stored import criteria_of, in_words, query_of
from postings.models import Posting
from postings.search.criteria import LISTS, read
from postings.search.posting_search import PostingSearch
from tests.builders import make_published, terms

pytestmark = pytest.mark.django_db
WORDS = ("病棟", "外来", "看護", "日勤", "夜勤", "横浜", "港", "ナース", "准看", "感染症")
PLACES = ("13", "14", "27", "01")
OTHERS = [
    ("urgent", "1"),
    ("exact", "1"),
    ("city", "14横浜市中区"),
    ("city", "13港区"),
    ("pay", "hourly"),
    ("least", "2000"),
    ("least", "2400"),
    ("spot_from", str(timezone.localdate())),
    ("spot_until", str(timezone.localdate() + timedelta(days=9))),
]


@pytest.fixture
def now_published(sakura: Facility, sato: User, okada: User) -> list[Posting]:
    """Sixty postings of many kinds, published at any time of the last three days; some are not live."""
    random, model = Random(3), make_published(sakura, sato, okada)
    made = [_posting(random, sakura) for _ in range(60)]
    Posting.objects.bulk_create(made)
    return [model, *made]


def _posting(random: Random, facility: Facility) -> Posting:
    posting = Posting(facility=facility, **terms())
    posting.occupation = random.choice(LISTED).value
    posting.work_prefecture = random.choice(PLACES)
    posting.work_city = random.choice(("横浜市中区", "港区", "札幌市"))
    posting.employment_type = random.choice(list(LISTS["emp"][1]))
    posting.search_key = "".join(random.sample(WORDS, 4))
    posting.status = random.choice(("published", "published", "published", "paused"))
    posting.wage_type = random.choice(("hourly", "daily"))
    posting.wage_min = random.choice((1900, 2200, 2600))
    posting.shift_pattern = random.choice(("day_only", "three_shift", ""))
    posting.departments = random.choice(([], ["internal"], ["emergency"]))
    posting.spot_dates = random.choice(([], [{"on": str(timezone.localdate() + timedelta(days=5))}]))
    posting.urgent_until = timezone.now() + timedelta(days=random.choice((-1, 1)))
    posting.published_at = timezone.now() - timedelta(hours=random.randrange(72))
    return posting


def _query(random: Random) -> str:
    """Return the query of any search that the page could make, whatever may be chosen there."""
    chosen = QueryDict(mutable=True)
    for name, (_label, values) in random.sample(sorted(LISTS.items()), random.randint(0, 3)):
        some = random.sample(sorted(values), min(len(values), random.randint(1, 4)))
        chosen.setlist(name, [*some, *(PLACES[:2] if name == "pref" else ())])
    for name, value in random.sample(OTHERS, random.randint(0, 2)):
        chosen.appendlist(name, value)
    if random.random() < 0.4:
        chosen["q"] = " ".join(random.sample(WORDS, random.randint(1, 2)))
    return query_of(read(chosen)[0])


def test_the_digest_finds_what_the_search_finds(now_published: list[Posting]) -> None:
    random, now = Random(5), timezone.now()
    since, until = now - timedelta(hours=40), now - timedelta(hours=4)
    fresh, found_some = Fresh(since, until), 0
    for query in [_query(random) for _ in range(300)]:
        results = PostingSearch(criteria_of(query)).results.filter(
            published_at__gt=since, published_at__lte=until
        )
        expected = set(results.values_list("pk", flat=True))
        assert fresh.matching(criteria_of(query)) == expected, query
        found_some += bool(expected)
    assert found_some > 60


def test_a_stored_query_is_read_as_it_was_written_and_said_in_words() -> None:
    random = Random(7)
    for query in [_query(random) for _ in range(100)]:
        criteria = criteria_of(query)
        assert query_of(criteria) == query
        assert bool(in_words(criteria)) == criteria.narrows
