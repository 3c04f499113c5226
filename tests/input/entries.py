"""Every form that the pages of the scene show, once for each place it is sent to, filled in by a careful person."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.urls import resolve

from tests.input.filling import filled
from tests.input.page_forms import PageForm, forms_of
from tests.input.scene import Page, Scene
from tests.input.sending import undone

Typed = dict[str, list[str]]


@dataclass(frozen=True)
class Entry:
    """One form: who sends it, where to, and what stands in it."""

    route: str
    who: str
    path: str
    typed: Typed
    form: PageForm

    @property
    def name(self) -> str:
        """Return what a fault is told by: the route and the pressed button."""
        pressed = [
            f"{one.name}={one.values[0]}" for one in self.form.controls.values() if one.kind == "submit"
        ]
        return " ".join([self.route, *pressed])


def entries(scene: Scene, among: Collection[str] = ()) -> list[Entry]:
    """Return every form of every page (or of these routes), and of the pages after it (選んで、確かめて、送る)."""
    found: dict[tuple[str, ...], Entry] = {}
    for page in scene.pages(only_html=True):
        if among and page.route not in among:
            continue
        for entry in _of(page, scene.open(page), scene):
            _add(found, entry, scene)
    return list(found.values())


def _add(found: dict[tuple[str, ...], Entry], entry: Entry, scene: Scene) -> None:
    key = (entry.name, *sorted(entry.form.controls))
    if key in found or entry.route == "account_logout":
        return
    found[key] = entry
    browser = scene.browser(entry.who)
    with undone(browser):
        answer = browser.post(entry.path, entry.typed)
        following = list(_of(Page(entry.route, entry.who, entry.path), answer, scene))
    for one in following:
        _add(found, one, scene)


def _of(page: Page, answer: Any, scene: Scene) -> Iterator[Entry]:
    if answer.status_code != 200 or not answer.headers.get("Content-Type", "").startswith("text/html"):
        return
    for form in forms_of(answer.content.decode()):
        path = urljoin(page.path, form.action)
        if form.method == "post":
            route = resolve(urlsplit(path).path).view_name
            yield Entry(route, page.who, path, filled(form, scene.known.get(route, {})), form)
