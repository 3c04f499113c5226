"""Every part of every address, and every condition of every list, may be anything."""

from collections.abc import Iterator
from itertools import product
from urllib.parse import quote, urlencode, urlsplit

import pytest

from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import PREFECTURES
from tests.input.corpus import Dealer, encodings
from tests.input.page_forms import forms_of
from tests.input.scene import Page, Scene
from tests.input.sending import Sender

pytestmark = pytest.mark.django_db
PAGES = ("0", "-1", "1", "2", "999999999", "9" * 40, "abc", "1.5", "", "１", "last")
UNKNOWN = (
    "password__startswith",
    "_connector",
    "order_by",
    "facility__memberships",
    "x[]",
    "[]",
    "a.b",
    "page ",
    "Page",
    "",
)


def once_a_route(scene: Scene) -> list[Page]:
    """Return one page of each route."""
    return list({page.route: page for page in reversed(scene.pages())}.values())


def test_every_part_of_every_path_may_be_anything(sender: Sender, scene: Scene) -> None:
    dealer, pieces = Dealer(), list(encodings.pieces())
    for turn, page in enumerate(once_a_route(scene)):
        parts = urlsplit(page.path).path.strip("/").split("/")
        for at in range(len(parts)):
            for value in dealer.deal():
                path = "/".join([*parts[:at], quote(value.text[:8000], safe=""), *parts[at + 1 :]])
                sender.send(scene.browser(page.who), "get", f"/{path}/", value.id)
            for piece in pieces if dealer.asked else [pieces[(turn + at) % len(pieces)]]:
                path = "/".join([*parts[:at], quote(piece), *parts[at + 1 :]])
                sender.send(scene.browser(page.who), "get", f"/{path}/", repr(piece))


def test_every_condition_of_every_list_may_be_anything(sender: Sender, scene: Scene) -> None:
    dealer, pieces = Dealer(), list(encodings.pieces())
    for turn, page in enumerate(once_a_route(scene)):
        browser, path = scene.browser(page.who), urlsplit(page.path).path
        opened = sender.send(browser, "get", page.path, "")
        if opened is None or opened.status_code == 405:
            continue
        names = asked_by(opened.html)
        for name in names:
            for value in dealer.deal():
                sender.send(
                    browser, "get", f"{path}?{urlencode({name: value.text[:8000]})}", f"{name} {value.id}"
                )
        for name in names if dealer.asked else names[:1]:
            for piece in pieces if dealer.asked else [pieces[turn % len(pieces)]]:
                sender.send(browser, "get", f"{path}?{name}={quote(piece)}", f"{name} {piece!r}")
        for query in _strange(names) if dealer.asked else list(_strange(names))[turn % 7 :: 7][:3]:
            sender.send(browser, "get", f"{path}?{query}", query[:60])


def asked_by(html: str) -> list[str]:
    """Return the names of everything that a page's forms and links ask a list for."""
    return sorted(
        {name for form in forms_of(html) if form.method == "get" for name in form.controls if name}
        | {"page", "q"}
    )


def _strange(names: list[str]) -> Iterator[str]:
    """Yield pages that are none, keys that are unknown, thousands of keys, and everything asked at once."""
    for number in PAGES:
        yield urlencode({"page": number})
    yield from (f"{quote(key)}=x" for key in UNKNOWN)
    yield "&".join(["q=x"] * 5000)
    yield "&".join(f"k{n}=1" for n in range(1200))
    yield "&".join(f"{name}=x&{name}=y" for name in names)
    yield "&".join(f"{name}={quote('＝' + name)}" for name in names)
    yield from ("&&&===", "=", "%", "%%%", "?", "a;b=c", "x" * 9000, b"\x7f".decode())


def test_every_occupation_in_every_prefecture_has_its_list(sender: Sender, scene: Scene) -> None:
    dealer = Dealer()
    pairs = list(product(Occupation.values, PREFECTURES))
    for occupation, prefecture in pairs if dealer.asked else pairs[::83]:
        for path in (
            f"/postings/?occ={occupation}&pref={prefecture}",
            f"/postings/{occupation}/{prefecture}/",
        ):
            sender.send(scene.browser(""), "get", path, "")
