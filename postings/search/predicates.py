"""What conditions mean: the one place where criteria become SQL, for pages, counts, files and stored conditions."""

from datetime import datetime, time, timedelta
from functools import cached_property
from typing import Any, NamedTuple, cast

from django.db.models import Q, QuerySet
from django.utils import timezone

from keynet.vocabulary.terms import WageType
from postings.models import Listing, Posting
from postings.search import containing  # noqa: F401  (registers the lookup `says`)
from postings.search.choices import SINCE_DAYS
from postings.search.chosen import Criteria
from postings.search.filters import PublicFilter
from postings.search.lookups import MOSTLY, Lookup, Proposed, Statistics, of_traits, of_word, read_statistics
from postings.search.reading import Reading, Word, read_keyword

CORE = ("occ", "pref", "emp", "least")
"""Their columns lead the ordinary indexes; everything else needs the inverted one."""


class Condition(NamedTuple):
    """One condition: what is true of every listing that fits, and what the inverted index can say of it."""

    name: str
    truth: Q
    lookup: Lookup = ()
    is_exact: bool = True
    """Whether the index alone is right: a trait is there or not, but 看護 and 護師 may stand far from each other."""


class Keyword:
    """The keyword of a search as it is read, and what is known of common words: each asked once a search."""

    def __init__(self, criteria: Criteria) -> None:
        self.criteria = criteria

    @cached_property
    def reading(self) -> Reading:
        """Return how the keyword is read."""
        return read_keyword(self.criteria.q, exact=self.criteria.exact)

    @cached_property
    def statistics(self) -> Statistics:
        """Return how many listings there are and how common their lexemes."""
        return read_statistics()


def conditions(criteria: Criteria, keyword: Keyword) -> list[Condition]:
    """Return the conditions that are chosen; a listing has to fit all of them."""
    found = [
        Condition(name, choice.truth(values), choice.lookup(values))
        for name, choice in PublicFilter.base_filters.items()
        if (values := criteria.values(name)) and not (name == "pay" and criteria.least)
    ]
    if criteria.least:
        found.append(_least(criteria))
    if days := criteria.spot_days:
        on = [f"spot:{day}" for day in days]
        found.append(Condition("spot", Q(traits__overlap=on), of_traits("spot", days)))
    if criteria.urgent:
        found.append(Condition("urgent", Q(urgent_until__gt=timezone.now())))
    if criteria.since:
        found.append(Condition("since", Q(published_at__gte=published_since(criteria.since))))
    return found + [_word(word) for word in keyword.reading.words if criteria.q]


def published_since(since: str) -> datetime:
    """Return the first moment of 「当日・前日」 or 「1週間以内」, days being those of Japan."""
    first = timezone.localdate() - timedelta(days=SINCE_DAYS[since] - 1)
    return timezone.make_aware(datetime.combine(first, time.min))


def listings(
    criteria: Criteria, keyword: Keyword | None = None, *, proposed: bool = True
) -> QuerySet[Listing]:
    """Return the listings that fit, unordered; `keyword` when it has been read already.

    `proposed`: start from what the inverted index proposes, for those who want all that fit. Whoever walks another
    index in its order and stops soon is only held up by it.
    """
    keyword = keyword or Keyword(criteria)
    chosen = conditions(criteria, keyword)
    lookups = _proposal(chosen, keyword) if proposed else []
    truths = [condition.truth for condition in _undecided(chosen, lookups)]
    return Listing.objects.filter(*truths, *([Proposed(lookups)] if lookups else []))


def matching(criteria: Criteria) -> QuerySet[Posting]:
    """Return the live postings that fit, unordered; what is searched is joined as `listing`."""
    keyword = Keyword(criteria)
    chosen = conditions(criteria, keyword)
    lookups = _proposal(chosen, keyword)
    truths = [_of_posting(condition.truth) for condition in _undecided(chosen, lookups)]
    proposal = [Proposed(lookups, "listing__")] if lookups else []
    return Posting.objects.filter(*truths, *proposal, listing__isnull=False)


def expected(criteria: Criteria, keyword: Keyword) -> float:
    """Return about how many fit; 0 where the statistics cannot tell."""
    if criteria.urgent or criteria.since:
        return 0
    chosen = conditions(criteria, keyword)
    lookups = [condition.lookup for condition in chosen if condition.lookup]
    return keyword.statistics.rows * keyword.statistics.share(lookups)


def _proposal(chosen: list[Condition], keyword: Keyword) -> list[Lookup]:
    """Return what the index is asked, or nothing where the ordinary indexes or any way at all are quicker."""
    asked = [
        (one.name, one.lookup if one.is_exact else keyword.statistics.rarest(one.lookup))
        for one in chosen
        if one.lookup
    ]
    narrowing = [lookup for name, lookup in asked if name not in CORE]
    lookups = [lookup for _, lookup in asked]
    needed = narrowing and keyword.statistics.share(narrowing) <= MOSTLY
    return lookups if needed and not keyword.statistics.are_common(lookups) else []


def _undecided(chosen: list[Condition], lookups: list[Lookup]) -> list[Condition]:
    """Return the conditions that the index does not decide by itself."""
    return [one for one in chosen if not (lookups and one.lookup and one.is_exact)]


def _least(criteria: Criteria) -> Condition:
    """Say wage and its kind together, as the index of wages has them."""
    order = list(WageType).index(WageType(criteria.pay[0])) + 1
    truth = Q(wage_order=order, wage_min__gte=criteria.least)
    return Condition("least", truth, of_traits("pay", criteria.pay), is_exact=False)


def _word(word: Word) -> Condition:
    truth = Q()
    for key in word.keys:
        truth |= Q(text__says=(key, word.apart_from(key)))
    return Condition("q", truth, tuple(of_word(key) for key in word.keys), is_exact=False)


def _of_posting(truth: Q) -> Q:
    children: list[Any] = [
        _of_posting(child) if isinstance(child, Q) else (f"listing__{child[0]}", child[1])
        for child in cast("list[Q | tuple[str, Any]]", truth.children)
    ]
    return Q(*children, _connector=truth.connector, _negated=truth.negated)
