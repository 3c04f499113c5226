"""A form of a stored row that can be saved whole, or as a draft with gaps."""

from copy import copy
from datetime import datetime
from itertools import groupby
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.http import HttpRequest

from keynet.forms import unsaved
from keynet.forms.form import ModelForm
from keynet.forms.retyped import retyped
from keynet.forms.stamped import OVERTAKEN, Stamped

EMPTY: tuple[Any, ...] = (None, "", [])


class DraftForm(Stamped, ModelForm):
    """Asked in full, nothing necessary may lack.

    As a draft, gaps are forgiven and what has a valid shape is kept, even beside answers that have not.
    """

    dependent: ClassVar[frozenset[str]] = frozenset()
    """Questions that belong to the choice above them; the page indents them."""
    together: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Pairs that the database compares: kept both or neither."""
    postal_fields: ClassVar[tuple[str, ...]] = ()
    """Questions with the button 住所を入れる behind them."""
    is_recheck = False
    unsaved_at: datetime | None = None
    """When the answers were typed, if they come back from the session and are not stored (keynet.forms.unsaved)."""

    @classmethod
    def rechecked(cls, instance: Any) -> Self:
        """Return the form asked in full about the stored row, with nothing suggested or filled in."""
        unbound = cls(instance=instance)
        unbound.initial = dict(unbound.stored)
        form = cls(retyped(unbound), instance=copy(instance))
        form.is_recheck = True
        form.full_clean()
        return form

    @classmethod
    def opened(cls, request: HttpRequest, instance: Any) -> Self:
        """Return the form as a page opens it: with what was typed and could not be stored, or as the row stands."""
        kept = unsaved.kept(request)
        if kept is None:
            return cls(instance=instance)
        form = cls(kept[1], instance=instance)
        form.unsaved_at, form.draft = kept[0], True
        return form

    def __init__(self, data: Any = None, *, instance: Any, draft: bool = False) -> None:
        super().__init__(data, instance=instance)
        self.draft = draft

    def fill_in(self) -> None:
        """Answer what follows from other answers and was left empty."""

    def check_order(self) -> None:
        """Compare answers with each other: what must hold in a draft too."""

    def check_whole(self) -> None:
        """Ask for what other answers have made necessary."""

    def clean(self) -> dict[str, Any]:
        """Apply the rules that go beyond one answer."""
        if self.draft:
            self._forgive_gaps()
        if not self.is_recheck:
            self.fill_in()
        self.compare_with_stored()
        for conflict in self.elsewhere:
            self.cleaned_data.pop(conflict.name, None)
        self.check_order()
        if not (self.draft or self.elsewhere):
            self.check_whole()
        for pair in self.together:
            if not self.cleaned_data.keys() >= set(pair):
                for name in pair:
                    self.cleaned_data.pop(name, None)
        if self.elsewhere:
            self.add_error(None, ValidationError(OVERTAKEN, code="overtaken"))
        return self.cleaned_data

    def look(self, name: str) -> str:
        """Return the classes of the frame around a question."""
        return "when" if name in self.dependent else ""

    def runs(self) -> list[tuple[str, list[BoundField]]]:
        """Return the questions in order, with the classes of the frame around each run of them."""
        found = groupby(self.visible_fields(), key=lambda question: self.look(question.name))
        return [(look, list(questions)) for look, questions in found]

    def kept(self) -> list[str]:
        """Return the columns that may be stored now: all, in a draft those of a valid shape, or none.

        What another screen has changed as well is never among them.
        """
        if not (self.is_valid() or self.draft):
            return []
        return [name for name in self.cleaned_data if name in self.stored]

    def answered(self, name: str) -> Any:
        """Return a checked answer; None when it has no valid shape."""
        return self.cleaned_data.get(name)

    def need(self, *names: str) -> None:
        """Ask for answers that other answers have made necessary."""
        for name in names:
            if name in self.fields and not self.has_error(name) and self.answered(name) in EMPTY:
                self.add_error(name, self.fields[name].error_messages["required"])

    def need_when(self, name: str, value: str | set[str], *needed: str) -> None:
        """Ask for answers that one choice makes necessary."""
        values = {value} if isinstance(value, str) else value
        if self.answered(name) in values:
            self.need(*needed)

    def first_errors(self) -> dict[str, str]:
        """Return one sentence for each answer that must be corrected, in the order of the questions."""
        return {name: str(self.errors[name][0]) for name in self.fields if name in self.errors}

    def _forgive_gaps(self) -> None:
        for name, errors in list(self.errors.as_data().items()):
            if name in self.fields and all(error.code == "required" for error in errors):
                field = self.fields[name]
                field.required = False
                self.cleaned_data[name] = field.clean(self[name].data)
                field.required = True
                del self.errors[name]
