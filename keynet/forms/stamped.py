"""The same form open twice: what only the other one changed is left alone, what both changed is asked about.

The page carries a fingerprint of every stored answer as it was when the page was opened. So three texts can be compared
question by question: the one both began with, the one stored meanwhile, and the one typed here.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.forms.models import model_to_dict
from django.http import QueryDict

from keynet.forms.retyped import replaced, typed_as

OVERTAKEN = "この画面を開いたあとに、ほかの画面で保存された内容があります。見比べて、もう一度保存してください"
TAKE = "take"
"""Name of the checkboxes 「ほかの画面の内容を使う」; their values are names of questions."""
DECIDED = "decided"
"""Name of the hidden inputs `<question>:<mark>` beside what was shown: the next press of a button decides about it."""
NOTHING = "（入力なし）"
DIGITS = 8


@dataclass(frozen=True)
class Conflict:
    """An answer that two screens have changed; `theirs` is stored, `mine` was typed here, both in words."""

    name: str
    label: str
    theirs: str
    mine: str
    mark: str
    """Fingerprint of `theirs`."""


class Stamped:
    """Mix into a ModelForm; its template shows `stamp` as a hidden input and lists `elsewhere`."""

    stamp_name = "stamp"
    """What the hidden input is called; two forms on one page need two names."""
    data: Any
    fields: dict[str, forms.Field]
    instance: Any
    errors: Any
    is_bound: bool
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Taken before cleaning, which writes the new answers into the instance.
        self.stored = model_to_dict(self.instance, fields=list(self.fields))
        self.elsewhere: list[Conflict] = []
        self.taken_over: list[str] = []

    @property
    def stamp(self) -> str:
        """Return the fingerprints of the answers that the page shows; it posts them back."""
        return self._marks(self._asked())

    @property
    def stamp_of_page(self) -> str:
        """Return the stamp for a page that stays as it is after a save, and does not show what was taken over."""
        return self._marks(self._asked() | set(self.taken_over))

    def compare_with_stored(self) -> None:
        """Take over what only another screen changed; fill `elsewhere` with what both did. Call it while cleaning."""
        opened, taken = self._opened_with(), self._several(TAKE)
        for name, stored in self.stored.items():
            mine = self.cleaned_data.get(name, self)
            untouched = mine is not self and _fingerprint(mine) == opened[name]
            if name in taken or (untouched and mine != stored):
                self._take_over(name, stored)
            elif opened[name] != _fingerprint(stored) and mine != stored:
                self.elsewhere.append(self._conflict(name, stored, mine))

    def written(self) -> None:
        """Remember the row as it is stored now, after a save."""
        self.stored = model_to_dict(self.instance, fields=list(self.fields))

    def labels_taken_over(self) -> list[str]:
        """Return the questions whose newer answers from elsewhere this page shows now."""
        return [str(self.fields[name].label) for name in self.taken_over]

    def _asked(self) -> set[str]:
        if self.is_bound and self.errors is not None:  # asking for the errors cleans the form
            return {conflict.name for conflict in self.elsewhere}
        return set()

    def _marks(self, unseen: set[str]) -> str:
        """Join the fingerprints; what the page has not been shown keeps the one it was opened with."""
        opened = self._opened_with()
        return "".join(
            opened[name] if name in unseen else _fingerprint(value) for name, value in self.stored.items()
        )

    def _opened_with(self) -> dict[str, str]:
        """Return each answer's fingerprint from when the page was opened; a broken stamp fits no answer."""
        now = [_fingerprint(value) for value in self.stored.values()]
        posted = str(self.data.get(self.stamp_name) or "".join(now))
        whole = len(posted) == DIGITS * len(now)
        marks = [posted[at * DIGITS : (at + 1) * DIGITS] if whole else "" for at in range(len(now))]
        opened = dict(zip(self.stored, marks, strict=True))
        decided = (entry.partition(":") for entry in self._several(DECIDED))
        return opened | {name: mark for name, _, mark in decided if name in opened}

    def _several(self, name: str) -> list[str]:
        return list(self.data.getlist(name)) if hasattr(self.data, "getlist") else self.data.get(name, [])

    def _take_over(self, name: str, stored: Any) -> None:
        self.errors.pop(name, None)
        self.cleaned_data[name] = stored
        self.data = replaced(self.data, typed_as(self[name], stored))  # type: ignore[index]  # a form, once mixed in
        self.taken_over.append(name)

    def _conflict(self, name: str, stored: Any, mine: Any) -> Conflict:
        typed = self[name].data if mine is self else self._in_words(name, mine)
        shown = typed if isinstance(typed, str) else "、".join(map(str, typed or []))
        theirs = self._in_words(name, stored)
        return Conflict(name, str(self.fields[name].label), theirs, shown or NOTHING, _fingerprint(stored))

    def _in_words(self, name: str, value: Any) -> str:
        if value in (None, "", []):
            return NOTHING
        return str(getattr(self.fields[name], "show", str)(value))


def undecided(data: QueryDict) -> QueryDict:
    """Return what a script posts, without decisions about other screens: only a person makes those."""
    typed = data.copy()
    for name in (TAKE, DECIDED):
        typed.pop(name, None)
    return typed


def _fingerprint(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, cls=DjangoJSONEncoder).encode()).hexdigest()[:DIGITS]
