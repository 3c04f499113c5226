"""Desks that every installation begins with: per prefecture its health department and its nurse center.

Names come from the circulars; telephone numbers only where a circular prints them, labelled with its date. No mail
address is ever loaded: the ones in the circulars are history, and letters go to registered addresses only.
"""

from collections.abc import Mapping
from datetime import date

from facilities.models import Desk
from keynet.vocabulary.contact import phone_digits
from keynet.vocabulary.prefectures import PREFECTURES

# Tokyo's center has its own name.
NURSE_CENTER_NAMES = {"13": "東京都ナースプラザ"}


def load_desks(nurse_center_phones: Mapping[str, str], *, phones_as_of: date) -> int:
    """Add the desks that are missing and return their number; what somebody edited or closed stays as it is.

    `nurse_center_phones`: prefecture code → number as printed.
    """
    known = set(Desk.objects.values_list("kind", "prefecture"))
    wanted = [*_health_departments(), *_nurse_centers(nurse_center_phones, phones_as_of)]
    missing = [desk for desk in wanted if (desk.kind, desk.prefecture) not in known]
    Desk.objects.bulk_create(missing, ignore_conflicts=True)
    return len(missing)


def _health_departments() -> list[Desk]:
    return [
        Desk(kind=Desk.Kind.PREFECTURAL_OFFICE, prefecture=code, name=f"{prefecture.name} 衛生主管部局")
        for code, prefecture in PREFECTURES.items()
    ]


def _nurse_centers(phones: Mapping[str, str], as_of: date) -> list[Desk]:
    return [
        Desk(
            kind=Desk.Kind.NURSE_CENTER,
            prefecture=code,
            name=NURSE_CENTER_NAMES.get(code, f"{prefecture.name}ナースセンター"),
            phone=phone_digits(phones[code]),
            phone_as_of=as_of,
        )
        for code, prefecture in PREFECTURES.items()
    ]
