"""Whatever a page asks for takes anything: the fields of its forms, its questions, the conditions of its lists."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode, urljoin, urlsplit

import pytest

from tests.input.corpus import SOURCES, Dealer, Value, category, encodings
from tests.input.entries import Entry, entries
from tests.input.page_forms import forms_of
from tests.input.questions import asked, read
from tests.input.scene import Page, Scene, once_a_route
from tests.input.sending import Sender
from tests.input.shown_again import REFUSED, SENTENCE, lost

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


def test_every_field_of_every_form_takes_anything(sender: Sender, scene: Scene) -> None:
    """By day all fields of a form at once, each another value; with BAD_INPUT one at a time, the others filled in well."""
    dealer = Dealer()
    for entry in entries(scene):
        if not dealer.asked:
            chosen = {name: next(dealer.deal()) for name in entry.typed}
            _send(sender, scene, entry, chosen)
        for name in entry.typed if dealer.asked else ():
            for value in dealer.deal():
                _send(sender, scene, entry, {name: value})


def _send(sender: Sender, scene: Scene, entry: Entry, chosen: dict[str, Value]) -> None:
    # Who asks for less than the whole form presses a button; it stays as it is while everything else is bad.
    pressed = {name for name in chosen if entry.form.controls[name].kind == "submit" and len(chosen) > 1}
    typed = entry.typed | {name: [value.text] for name, value in chosen.items() if name not in pressed}
    what = f"{entry.name} " + " ".join(f"{name}={value.id}" for name, value in chosen.items())
    answer = sender.send(scene.browser(entry.who), "post", entry.path, what, data=typed)
    if answer is not None and answer.status_code == 200 and REFUSED.search(answer.html):
        if not SENTENCE.search(answer.html):
            sender.fault(f"{what}: refused without a sentence")
        for name in lost(entry, typed, answer.html):
            sender.fault(f"{what}: {name} is lost")


def test_every_question_reads_every_value(sender: Sender, scene: Scene) -> None:
    questions, dealer = asked(scene), Dealer()
    everything = [value for name in SOURCES for value in category(name)]
    reads = 0
    for turn, (name, field) in enumerate(questions.items()):
        for value in everything if dealer.asked else everything[turn % 971 :: 971]:
            reads += 1
            if fault := read(field, value):
                sender.fault(f"{name} {value.id}: {fault}")
    print(f"questions: {len(questions)}, values: {len(everything):,}, read: {reads:,}")


def test_every_condition_of_every_list_may_be_anything(sender: Sender, scene: Scene) -> None:
    """By day each condition of a list meets its own value; a page that is no list meets a page number and words."""
    dealer, pieces = Dealer(), list(encodings.pieces())
    for turn, page in enumerate(once_a_route(scene)):
        opened = scene.open(page)
        if opened.status_code == 405:
            continue
        names = conditions(page, opened)
        queries = [*_valued(names, dealer), *_any_bytes(names, pieces, turn, dealer)]
        strange = list(_strange(names))
        queries += strange if dealer.asked else [strange[turn % len(strange)]]
        for query in queries:
            path = urlsplit(page.path).path
            sender.send(scene.browser(page.who), "get", f"{path}?{query}", query[:60])


def conditions(page: Page, opened: Any) -> list[str]:
    """Return the names of everything that the forms of a page ask the page itself for."""
    if opened.status_code != 200 or not opened.headers["Content-Type"].startswith("text/html"):
        return []
    here = urlsplit(page.path).path
    forms = [form for form in forms_of(opened.content.decode()) if form.method == "get"]
    lists = [form for form in forms if urlsplit(urljoin(page.path, form.action)).path == here]
    return sorted({name for form in lists for name in form.controls})


def _valued(names: list[str], dealer: Dealer) -> Iterator[str]:
    if not dealer.asked:
        alike = {name: next(dealer.deal()).text[:2000] for name in ("page", "q")}
        yield urlencode(alike)
    for name in [*names, "page", "q"] if dealer.asked else names:
        yield from (urlencode({name: value.text[:8000]}) for value in dealer.deal())


def _any_bytes(names: list[str], pieces: list[bytes], turn: int, dealer: Dealer) -> Iterator[str]:
    if not dealer.asked:
        names, pieces = [[*names, "q"][0]], [pieces[turn % len(pieces)]]
    yield from (f"{name}={quote(piece)}" for name in names for piece in pieces)


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
