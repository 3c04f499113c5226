"""Where a member may work, as the list and the menus name it."""

import pytest

from facilities.consoles import facility_consoles
from facilities.models import Facility
from keynet.accounts.models import User
from tests.builders import make_facility

pytestmark = pytest.mark.django_db


def test_namesakes_are_told_apart_by_their_place(sakura: Facility, sato: User) -> None:
    for name, city in ((sakura.name, "川崎市幸区"), ("みどり病院", "川崎市幸区")):
        make_facility(name=name, city=city).memberships.create(user=sato, role="admin")
    labels = [console.label for console in facility_consoles(sato)]
    assert labels == ["さくら病院（神奈川県横浜市中区）", "さくら病院（神奈川県川崎市幸区）", "みどり病院"]
