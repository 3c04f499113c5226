"""Every part of every address may be anything, and every list of an occupation in a prefecture opens."""

from itertools import product
from urllib.parse import quote, urlsplit

import pytest

from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import PREFECTURES
from tests.input.corpus import Dealer, encodings
from tests.input.scene import Scene, once_a_route
from tests.input.sending import Sender

pytestmark = pytest.mark.django_db


def test_every_part_of_every_path_may_be_anything(sender: Sender, scene: Scene) -> None:
    dealer, pieces = Dealer(), list(encodings.pieces())
    for turn, page in enumerate(once_a_route(scene)):
        parts = urlsplit(page.path).path.strip("/").split("/")
        for at in range(len(parts)):
            for value in dealer.deal():
                path = "/".join([*parts[:at], quote(value.text[:8000], safe=""), *parts[at + 1 :]])
                sender.send(scene.browser(page.who), "get", f"/{path}/", value.id)
        # Broken bytes are refused before any part is looked at: by day one place is enough.
        for at in range(len(parts)) if dealer.asked else [turn % len(parts)]:
            for piece in pieces if dealer.asked else [pieces[turn % len(pieces)]]:
                path = "/".join([*parts[:at], quote(piece), *parts[at + 1 :]])
                sender.send(scene.browser(page.who), "get", f"/{path}/", repr(piece))


def test_every_occupation_in_every_prefecture_has_its_list(sender: Sender, scene: Scene) -> None:
    dealer = Dealer()
    pairs = list(product(Occupation.values, PREFECTURES))
    for occupation, prefecture in pairs if dealer.asked else pairs[::83]:
        for path in (
            f"/postings/?occ={occupation}&pref={prefecture}",
            f"/postings/{occupation}/{prefecture}/",
        ):
            sender.send(scene.browser(""), "get", path, "")
