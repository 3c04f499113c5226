"""Making a country's worth of rows, once, into a database that is empty of postings."""

from collections.abc import Callable
from datetime import date

from applications.models import Application, Hire
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Event
from keynet.scale.conditions import make_conditions
from keynet.scale.copying import count_on, next_id
from keynet.scale.facilities import make_facilities
from keynet.scale.plan import Plan
from keynet.scale.recruiters import make_recruiters
from keynet.scale.shares import make_shares
from keynet.scale.tables import settle, without_indexes, without_triggers
from postings.alerts.models import Recruiter, SavedCondition, Subscriber
from postings.models import Listing, Posting, PostingVersion, Review, Tally
from postings.search.upkeep import rebuild

WRITTEN = (
    Facility,
    Posting,
    PostingVersion,
    Review,
    Listing,
    Tally,
    Application,
    Hire,
    Event,
    Recruiter,
    Subscriber,
    SavedCondition,
)
SEED = 20200619  # the day the real service opened
OFFICER = "office@scale.example"


def make_plan(*, postings: int, conditions: int, recruiters: int, seed: int, today: date) -> Plan:
    """Return the plan for this database: new rows are numbered after those that are there."""
    officer, _ = User.objects.get_or_create(email=OFFICER, defaults={"name": "運営 担当", "password": "!"})
    return Plan(
        postings=postings,
        conditions=conditions,
        recruiters=recruiters,
        seed=seed,
        today=today,
        first_posting=next_id(Posting),
        first_version=next_id(PostingVersion),
        first_application=next_id(Application),
        officer=officer.pk,
    )


def seed_scale(plan: Plan, *, processes: int, say: Callable[[str], object]) -> None:
    """Write everything of the plan and say how far it is."""
    say(f"{make_facilities(plan):,} facilities")
    with without_indexes(Posting, Application), without_triggers(Posting):
        for done in make_shares(plan, processes):
            say(f"{done:,} of {plan.postings:,} postings")
    say("indexes of postings and applications")
    count_on(Posting)
    count_on(PostingVersion)
    count_on(Application)
    say(f"{rebuild():,} postings to search in")
    say(f"{make_recruiters(plan):,} recruiters")
    say(f"{make_conditions(plan):,} saved conditions")
    settle(*WRITTEN)
