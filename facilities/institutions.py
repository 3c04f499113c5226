"""From a row of the institution directory to a facility."""

import re

from facilities.models import Institution
from keynet.vocabulary.employment import FacilityKind
from keynet.vocabulary.postal import look_up

_CITY = re.compile(r"^(?:\S{1,6}?郡\S{1,6}?[町村]|\S{1,8}?市\S{1,4}?区|\S{1,8}?(?:市(?!市)|[区町村]))")


def facts_of(institution: Institution) -> dict[str, str]:
    """Return what the directory knows, by the facility's fields; the kind is only what the name suggests."""
    city, rest = split_address(institution)
    return {
        "institution_code": institution.code,
        "name": institution.name[:120],
        "postal_code": institution.postal_code,
        "prefecture": institution.prefecture,
        "city": city[:60],
        "address": rest[:120],
        "kind": _usual_kind(institution.name),
    }


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
