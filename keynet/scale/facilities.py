"""The facilities: real institutions when the national list has been imported, else invented names."""

from collections.abc import Iterator
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import MD5

from facilities.institutions import split_address
from facilities.models import Facility, Institution
from keynet.demo.places import CITIES
from keynet.demo.texts import NAME_PARTS
from keynet.scale.copying import copy_rows, count_on, next_id
from keynet.scale.places import offers
from keynet.scale.plan import Plan
from keynet.vocabulary.employment import FacilityKind

ENDINGS = {
    FacilityKind.HOSPITAL: ("病院", "総合病院", "中央病院", "リハビリテーション病院"),
    FacilityKind.CLINIC: ("クリニック", "内科クリニック", "こどもクリニック", "整形外科"),
    FacilityKind.CHECKUP_ORG: ("健診センター",),
    FacilityKind.TEST_CENTER: ("検査センター",),
}
KINDS = list(ENDINGS)


def make_facilities(plan: Plan) -> int:
    """Write the facilities of the plan, each prefecture with its part; return their number."""
    # A list: while rows are copied, the connection answers no other question.
    made = copy_rows(Facility, list(_rows(plan)))
    count_on(Facility)
    return made


def _rows(plan: Plan) -> Iterator[dict[str, Any]]:
    random, first = plan.random("facilities"), next_id(Facility)
    for number, facts in enumerate(_places(plan, random)):
        yield {
            "id": first + number,
            "public_id": UUID(int=random.getrandbits(128), version=4),
            "phone": f"0450{random.randint(0, 999_999):06}",
            "created_at": plan.days_ago(400, 600),
            "confirmed_at": plan.days_ago(398, 600),
            **facts,
        }


def _places(plan: Plan, random: Random) -> Iterator[dict[str, Any]]:
    whole = sum(offers().values())
    for prefecture, sought in offers().items():
        wanted = max(1, round(plan.facilities * sought / whole))
        known = list(_unused(prefecture)[:wanted])
        yield from map(_real, known)
        yield from (_invented(random, prefecture) for _ in range(wanted - len(known)))


def _unused(prefecture: str) -> QuerySet[Institution]:
    """Return institutions without an account, in an order that has nothing to do with their names."""
    taken = Facility.objects.values("institution_code")
    return Institution.objects.filter(prefecture=prefecture).exclude(code__in=taken).order_by(MD5("code"))


def _real(institution: Institution) -> dict[str, Any]:
    city, rest = split_address(institution)
    return {
        "kind": FacilityKind.HOSPITAL if "病院" in institution.name else FacilityKind.CLINIC,
        "name": institution.name[:80],
        "institution_code": institution.code,
        "postal_code": institution.postal_code,
        "prefecture": institution.prefecture,
        "city": (city or institution.address)[:60],
        "address": (rest or institution.address)[:120],
    }


def _invented(random: Random, prefecture: str) -> dict[str, Any]:
    kind = random.choices(KINDS, (40, 45, 10, 5))[0]
    city = random.choice(CITIES[prefecture])
    return {
        "kind": kind,
        "name": f"{city[:3]}{random.choice(NAME_PARTS)}{random.choice(ENDINGS[kind])}",
        "prefecture": prefecture,
        "city": city,
        "address": f"架空町{random.randint(1, 9)}-{random.randint(1, 30)}-{random.randint(1, 20)}",
    }
