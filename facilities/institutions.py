"""From a row of the institution directory to a facility."""

import re

from facilities.models import Facility, Institution
from keynet.vocabulary.employment import FacilityKind
from keynet.vocabulary.postal import look_up

_CITY = re.compile(r"^(?:\S{1,6}?郡\S{1,6}?[町村]|\S{1,8}?市\S{1,4}?区|\S{1,8}?(?:市(?!市)|[区町村]))")


def take_over(institution: Institution, facility: Facility) -> None:
    """Write code, name and address into an unconfirmed facility; a kind that was chosen stays."""
    city, rest = split_address(institution)
    facility.institution_code = institution.code
    facility.name = institution.name[:120]
    facility.postal_code = institution.postal_code
    facility.prefecture = institution.prefecture
    facility.city, facility.address = city[:60], rest[:120]
    facility.kind = facility.kind or _usual_kind(institution.name)
    facility.save(
        update_fields=["institution_code", "name", "postal_code", "prefecture", "city", "address", "kind"]
    )


def split_address(institution: Institution) -> tuple[str, str]:
    """Return 市区町村 and the rest: by the postal code where it agrees, else by the shape of the words."""
    address = institution.address
    for place in look_up(institution.postal_code):
        if address.startswith(place.city):
            return place.city, address.removeprefix(place.city)
    found = _CITY.match(address)
    return (found[0], address[found.end() :]) if found else ("", address)


def _usual_kind(name: str) -> str:
    return FacilityKind.HOSPITAL if "病院" in name else FacilityKind.CLINIC
