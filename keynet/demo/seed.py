"""Making the whole demonstration, once, in one transaction."""

from random import Random
from typing import Any

from django.db import transaction
from django.utils import timezone

from applications.reports.reminding import remind_of_training
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.demo import hires, readings, stories, upkeep
from keynet.demo.cast import CAST, FAR, make_cast
from keynet.demo.conditions import save_conditions
from keynet.demo.facilities import make_facilities
from keynet.demo.organisation import add_places, let_people_in, make_city
from keynet.demo.postings import make_postings
from keynet.demo.selection import talk_and_meet
from postings.models import Posting

SEED = 20200619  # the day the real service opened


def is_seeded() -> bool:
    """Return whether the demonstration is already there."""
    return User.objects.filter(email=CAST[0].email).exists()


@transaction.atomic
def seed_demo(seed: int = SEED) -> dict[str, int]:
    """Write the demonstration and return what was made; the same seed gives the same postings around any day."""
    random, now = Random(seed), timezone.now()  # noqa: S311  (believable data, no secret)
    facilities = make_facilities(random, now)
    hospitals = {
        name: _hospital(name, city)
        for name, city in (("さくら病院", "横浜市中区"), ("みどり病院", "川崎市幸区"))
    }
    city = make_city()
    elsewhere = _elsewhere(facilities)
    people = make_cast({**hospitals, city.name: city}, elsewhere)
    okada, sato = people["okada@office.example"], people["sato@sakura.example"]
    kato = people["kato@minato.example"]
    branches = add_places(city, by=kato)
    let_people_in(hospitals["さくら病院"], by=sato, officer=okada)
    postings = make_postings(random, facilities, okada, now)
    stories.register_recipients()
    stories.enter_recruiters(okada)
    save_conditions()
    stories.fill_the_queue(random)
    stories.busy_hospital(random, hospitals["さくら病院"], sato, okada)
    talk_and_meet(sato)
    upkeep.keep_true(hospitals["さくら病院"], postings, sato, okada)
    hires.filled_ward(random, hospitals["さくら病院"], sato, okada)
    hires.found_elsewhere(random, hospitals["みどり病院"], people["suzuki@midori.example"], okada)
    hires.venue(random, city, kato, okada)
    hires.other_prefectures(random, elsewhere, people[FAR], okada)
    remind_of_training()
    readings.refuse(hospitals["さくら病院"], sato)
    readings.read(
        hospitals["さくら病院"], [sato, people["tanaka@sakura.example"]], people["oda@office.example"]
    )
    return {
        "facilities": len(facilities) + len(hospitals) + 1 + len(branches),
        "postings": Posting.objects.count(),
        "people": len(people),
    }


def _elsewhere(facilities: list[Facility]) -> list[Facility]:
    """Return the hospitals of 東京, 大阪 and 福岡 whose postings one person looks after."""
    return [
        facility
        for facility in facilities
        if facility.prefecture in ("13", "27", "40") and facility.kind == "hospital"
    ]


def _hospital(name: str, city: str) -> Facility:
    facts: dict[str, Any] = {
        "kind": "hospital",
        "prefecture": "14",
        "address": "架空町1-1",
        "phone": "0450000000",
    }
    address = f"soumu@{'sakura' if name.startswith('さくら') else 'midori'}.example"
    return Facility.objects.create(
        name=name, city=city, registered_email=address, confirmed_at=timezone.now(), **facts
    )
