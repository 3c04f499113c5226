"""What a form says when it refuses something, and what stands in it then."""

import re

from tests.input.entries import Entry
from tests.input.page_forms import Control, forms_of

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


def lost(entry: Entry, typed: dict[str, list[str]], html: str) -> list[str]:
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
