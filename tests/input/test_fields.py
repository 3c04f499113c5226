"""Every field of every form takes anything: the answer is a page, and what was refused stands there as it was typed."""

import re

import pytest

from tests.input.corpus import Dealer, Value
from tests.input.entries import Entry, entries
from tests.input.page_forms import Control, forms_of
from tests.input.scene import Scene
from tests.input.sending import Sender

pytestmark = pytest.mark.django_db

NOT_SHOWN_AGAIN = {
    "csrfmiddlewaretoken",
    "submission_id",
    "stamp",
    "contact_stamp",
    "action",
    "step",
    "credential",
    "q",
}
"""Numbers of the form itself, and the words of a search beside it: nobody's answers."""

REFUSED = re.compile(r'class="q__err"|class="errsum"')
SENTENCE = re.compile(r"(?:class=\"q__err\"|class=\"errsum\").*?[ぁ-ん一-龥]{4}", re.S)


def test_every_field_of_every_form_takes_anything(sender: Sender, scene: Scene) -> None:
    dealer = Dealer()
    met: set[tuple[str, str]] = set()
    for entry in entries(scene):
        for name in entry.typed:
            if (entry.route, name) in met and not dealer.asked:
                continue
            met.add((entry.route, name))
            for value in dealer.deal():
                _try(sender, scene, entry, name, value)


def _try(sender: Sender, scene: Scene, entry: Entry, name: str, value: Value) -> None:
    typed = entry.with_one(name, value.text)
    what = f"{entry.name} {name} {value.id}"
    answer = sender.send(scene.browser(entry.who), "post", entry.path, what, data=typed)
    if answer is not None and answer.status_code == 200 and REFUSED.search(answer.html):
        if not SENTENCE.search(answer.html):
            sender.fault(f"{what}: refused without a sentence")
        for lost in _lost(entry, typed, answer.html):
            sender.fault(f"{what}: {lost} is lost")


def _lost(entry: Entry, typed: dict[str, list[str]], html: str) -> list[str]:
    """Return the questions whose answers do not stand in the form that is shown again."""
    for form in forms_of(html):
        if set(form.controls) - NOT_SHOWN_AGAIN >= set(entry.form.controls) - NOT_SHOWN_AGAIN:
            return [name for name, values in typed.items() if not _stands(form.controls.get(name), values)]
    return []


def _stands(control: Control | None, values: list[str]) -> bool:
    if control is None or control.name in NOT_SHOWN_AGAIN or control.kind in ("password", "hidden", "submit"):
        return True
    if control.options:  # nobody can choose what is not offered
        return True
    shown = [_as_sent(one) for one in control.values]
    return all(_as_sent(one) in shown for one in values if one)


def _as_sent(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
