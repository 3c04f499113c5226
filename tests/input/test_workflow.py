"""Forms sent twice, too late, incomplete or by somebody else: nothing breaks, and nothing is made twice."""

import pytest
from django.apps import apps

from postings.models import Posting
from tests.access.oracle import routes
from tests.input.corpus import Dealer
from tests.input.entries import Entry, entries
from tests.input.scene import Scene
from tests.input.sending import Sender, undone

pytestmark = pytest.mark.django_db
STRANGERS = ("", "suzuki", "noda", "nakamura", "former")
SHARE = 8
"""By day the forms of every eighth route."""


def test_forms_come_twice_too_late_incomplete_and_from_strangers(sender: Sender, scene: Scene) -> None:
    forms = entries(scene) if Dealer().asked else entries(scene, list(routes())[::SHARE])
    for entry in forms:
        _incomplete(sender, scene, entry)
        _from_strangers(sender, scene, entry)
    for entry in forms:
        if "submission_id" in entry.typed:
            _twice(sender, scene, entry)
    with undone(scene.browser("sato")):
        ours = Posting.objects.filter(facility__public_id=scene.world.values["facility"])
        for posting in ours.filter(status__in=("published", "paused")):
            posting.close(by=scene.people["sato"], reason="elsewhere")
        for entry in forms:
            sender.send(scene.browser(entry.who), "post", entry.path, f"{entry.name} late", data=entry.typed)


def _incomplete(sender: Sender, scene: Scene, entry: Entry) -> None:
    browser = scene.browser(entry.who)
    hidden = [name for name, control in entry.form.controls.items() if control.kind in ("hidden", "submit")]
    for name in hidden:
        typed = {other: values for other, values in entry.typed.items() if other != name}
        sender.send(browser, "post", entry.path, f"{entry.name} without {name}", data=typed)
    sender.send(browser, "post", entry.path, f"{entry.name} empty", data={})
    doubled = {name: values * 2 for name, values in entry.typed.items()}
    sender.send(browser, "post", entry.path, f"{entry.name} each twice", data=doubled)


def _from_strangers(sender: Sender, scene: Scene, entry: Entry) -> None:
    for who in STRANGERS:
        if entry.who and who != entry.who:
            answer = sender.send(
                scene.browser(who), "post", entry.path, f"{entry.name} by {who}", data=entry.typed
            )
            if answer is not None and answer.status_code == 200:
                sender.fault(f"{entry.name} is taken from {who or 'a guest'}")


def _twice(sender: Sender, scene: Scene, entry: Entry) -> None:
    """A double click, or the back button: the second time makes no second row."""
    browser = scene.browser(entry.who)
    with undone(browser):
        first = browser.post(entry.path, entry.typed)
        made = _submitted()
        again = sender.send(browser, "post", entry.path, f"{entry.name} twice", data=entry.typed)
        if first.status_code == 302 and again is not None:
            browser.post(entry.path, entry.typed)
            if _submitted() != made:
                sender.fault(f"{entry.name} twice: {made} {_submitted()}")


def _submitted() -> dict[str, int]:
    """Return how many rows there are of everything that a form makes."""
    tables = [model for model in apps.get_models() if hasattr(model, "submission_id")]
    return {model._meta.label: model._base_manager.count() for model in tables}
