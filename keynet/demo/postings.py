"""The demonstration's postings, written in bulk with the history that the product's own verbs would have left."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.demo.places import WEIGHTS
from keynet.demo.terms import SPOT_OCCUPATIONS, spot_terms_of, terms_of
from keynet.demo.texts import JOBS, OCCUPATION_WEIGHTS, VENUE_JOB, Job
from keynet.outbox.models import Event
from keynet.outbox.models.event import subject_key
from keynet.vocabulary.business_days import due_on
from keynet.vocabulary.employment import FacilityKind
from keynet.vocabulary.occupations import LISTED
from postings.models import Posting, PostingVersion, Review
from postings.models.posting import TERM_FIELDS
from postings.models.search_key import searchable_text

HOW_MANY = 300
# Of a hundred postings so many are …
ENDS = ("published",) * 86 + ("paused",) * 5 + ("closed",) * 9


def make_postings(random: Random, facilities: list[Facility], officer: User, now: datetime) -> list[Posting]:
    """Write about 300 postings in all prefectures and occupations, with versions, reviews and events."""
    postings = [_posting(random, *choice, now) for choice in _choices(random, facilities)]
    Posting.objects.bulk_create(postings)
    for posting in postings:
        posting.search_key = searchable_text(posting)
    Posting.objects.bulk_update(postings, ["search_key"], batch_size=100)
    PostingVersion.objects.bulk_create(map(_version, postings))
    Review.objects.bulk_create(_review(posting, officer) for posting in postings)
    Event.objects.bulk_create(event for posting in postings for event in _events(posting, officer))
    return postings


def _choices(random: Random, facilities: list[Facility]) -> Iterator[tuple[Facility, str, Job]]:
    """Every prefecture and every occupation at least once; the rest by weight."""
    by_prefecture: dict[str, list[Facility]] = {}
    for facility in facilities:
        by_prefecture.setdefault(facility.prefecture, []).append(facility)
    places = [*WEIGHTS, *random.choices(list(WEIGHTS), list(WEIGHTS.values()), k=HOW_MANY - len(WEIGHTS))]
    sought = [
        *map(str, LISTED),
        *random.choices(list(OCCUPATION_WEIGHTS), list(OCCUPATION_WEIGHTS.values()), k=HOW_MANY),
    ]
    for place, occupation in zip(places, sought, strict=False):
        facility = random.choice(by_prefecture[place])
        if facility.kind == FacilityKind.CHECKUP_ORG and occupation == "nurse":
            yield facility, occupation, VENUE_JOB
        else:
            yield facility, occupation, random.choice(JOBS[occupation])


def _posting(random: Random, facility: Facility, occupation: str, job: Job, now: datetime) -> Posting:
    published_at = now - timedelta(days=random.randint(0, 24), minutes=random.randint(1, 1400))
    submitted_at = published_at - timedelta(days=2, hours=3)
    status = random.choice(ENDS)
    ended: dict[str, Any] = {}
    if status == "closed":
        ended = {"closed_at": now - timedelta(minutes=random.randint(5, 600)), "close_reason": "withdrawn"}
    terms = terms_of(random, facility, occupation, job, _local(now))
    if occupation in SPOT_OCCUPATIONS and terms["program"] == "emergency" and random.random() < 0.1:
        terms |= spot_terms_of(random, _local(now))
    return Posting(
        facility=facility,
        status=status,
        created_at=submitted_at - timedelta(hours=1),
        submitted_at=submitted_at,
        due_on=due_on(submitted_at),
        checked_at=published_at - timedelta(hours=2),
        published_at=published_at,
        terms_as_of=published_at,
        version=1,
        urgent_until=now + timedelta(days=7) if status == "published" and random.random() < 0.03 else None,
        **terms,
        **ended,
    )


def _version(posting: Posting) -> PostingVersion:
    assert posting.published_at
    terms = {field: getattr(posting, field) for field in TERM_FIELDS}
    return PostingVersion(
        posting=posting, number=1, terms=terms, actor="demonstration", at=posting.published_at
    )


def _review(posting: Posting, officer: User) -> Review:
    assert posting.submitted_at and posting.due_on and posting.checked_at
    return Review(
        posting=posting,
        outcome=Review.Outcome.CONFIRMED,
        received_at=posting.submitted_at,
        due_on=posting.due_on,
        decided_at=posting.checked_at,
        decided_by=officer,
    )


def _events(posting: Posting, officer: User) -> Iterator[Event]:
    """The events are marked as handled: nobody is written to about what was published before the demonstration."""
    steps = [
        ("posting.submitted", "demonstration", posting.submitted_at),
        ("posting.checked", officer.actor_key, posting.checked_at),
        ("posting.published", "demonstration", posting.published_at),
    ]
    if posting.status == "paused":
        steps.append(("posting.paused", "demonstration", posting.published_at))
    if posting.status == "closed":
        steps.append(("posting.closed", "demonstration", posting.closed_at))
    for name, actor, at in steps:
        assert at
        yield Event(name=name, subject=subject_key(posting), actor=actor, at=at, handled_at=timezone.now())


def _local(now: datetime) -> date:
    return timezone.localtime(now).date()
