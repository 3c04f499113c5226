"""Nobody is offered what they may not open: every line of every console's menu answers, for each kind of person."""

import re

import pytest
from django.core.management import call_command
from django.urls import reverse

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.console_menus import FOR_ADMINS, MENUS
from tests.builders import make_user
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
MENU = re.compile(r'<nav class="gnav[^>]*>(.*?)</nav>', re.S)
CAST = {"office": "okada", "ministry": "mori", "prefecture": "yoshida", "nurse_center": "noda"}


def offered(person: User, first: str) -> list[str]:
    """Return the addresses of the menu on the first page; each of them must lead to a page."""
    client = signed_in(person)
    menu = MENU.search(client.get(first).content.decode())
    assert menu, first
    addresses = re.findall(r'href="([^"]+)"', menu[1])
    answers = {address: client.get(address, follow=True).status_code for address in addresses}
    assert not {address: answer for address, answer in answers.items() if answer != 200}
    return addresses


@pytest.mark.parametrize("audience", CAST)
def test_the_offices_menus_lead_to_pages(request: pytest.FixtureRequest, audience: str) -> None:
    call_command("load_reference", verbosity=0)
    place = {"prefecture": "14"} if audience in ("prefecture", "nurse_center") else {}
    first = reverse(MENUS[audience][0][1], kwargs=place)
    assert len(offered(request.getfixturevalue(CAST[audience]), first)) == len(MENUS[audience])


def test_a_member_is_offered_all_but_what_is_for_admins(sakura: Facility, sato: User) -> None:
    clerk = make_user("clerk@sakura.example")
    sakura.memberships.create(user=clerk)
    home = reverse("facility:home", args=[sakura.public_id])
    for_admins = {reverse(name, args=[sakura.public_id]) for name in FOR_ADMINS}
    assert set(offered(sato, home)) - set(offered(clerk, home)) == for_admins
