"""The demonstration's facilities."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from facilities.models import Facility
from keynet.demo.places import CITIES
from keynet.demo.texts import NAME_PARTS
from keynet.vocabulary.codes import lg_code
from keynet.vocabulary.employment import FacilityKind
from keynet.vocabulary.prefectures import PREFECTURES

ENDINGS = {
    FacilityKind.HOSPITAL: "中央病院",
    FacilityKind.CLINIC: "クリニック",
    FacilityKind.CHECKUP_ORG: "健診センター",
}


def make_facilities(random: Random, now: datetime) -> list[Facility]:
    """Write a hospital, a clinic or checkup center, and a health center for every prefecture; return them."""
    return Facility.objects.bulk_create(_facilities(random, now - timedelta(days=90)))


def _facilities(random: Random, confirmed_at: datetime) -> Iterator[Facility]:
    for code, (first, second) in CITIES.items():
        words = random.sample(NAME_PARTS, 2)
        other = random.choice((FacilityKind.CLINIC, FacilityKind.CHECKUP_ORG))
        for kind, city, word in ((FacilityKind.HOSPITAL, first, words[0]), (other, second, words[1])):
            yield _facility(random, code, kind, f"{word}{ENDINGS[kind]}", city, confirmed_at)
        name = (
            f"{second.removesuffix('市')}保健所（架空）"
            if second.endswith("市")
            else f"{second}保健所（架空）"
        )
        health_center = _facility(random, code, FacilityKind.HEALTH_CENTER, name, second, confirmed_at)
        health_center.lg_code = lg_code(f"{code}000")
        health_center.entrusted_by = PREFECTURES[code].name
        yield health_center


def _facility(random: Random, code: str, kind: str, name: str, city: str, confirmed_at: datetime) -> Facility:
    return Facility(
        kind=kind,
        name=name,
        prefecture=code,
        city=city,
        address=f"架空町{random.randint(1, 9)}-{random.randint(1, 30)}-{random.randint(1, 20)}",
        phone=f"0{random.randint(11, 99)}0000{random.randint(100, 999)}",
        created_at=confirmed_at,
        confirmed_at=confirmed_at,
    )
