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
    """By day all fields of a form at once, each another value; with BAD_INPUT one at a time, the others filled in well."""
    dealer = Dealer()
    for entry in entries(scene):
        if not dealer.asked:
            chosen = {name: next(dealer.deal()) for name in entry.typed}
            _try(sender, scene, entry, chosen)
        for name in entry.typed if dealer.asked else ():
            for value in dealer.deal():
                _try(sender, scene, entry, {name: value})


def _try(sender: Sender, scene: Scene, entry: Entry, chosen: dict[str, Value]) -> None:
    # Who asks for less than the whole form presses a button; it stays as it is while everything else is bad.
    pressed = {name for name in chosen if entry.form.controls[name].kind == "submit" and len(chosen) > 1}
    typed = entry.typed | {name: [value.text] for name, value in chosen.items() if name not in pressed}
    what = f"{entry.name} " + " ".join(f"{name}={value.id}" for name, value in chosen.items())
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
