"""Questions answered by choosing: up to five choices as radios, more as a list, several as checkboxes."""

from typing import Any

from django import forms

from keynet.forms.widgets import CheckChips, Pledge
from keynet.vocabulary.prefectures import GROUPED_CHOICES, PREFECTURES

NOT_CHOSEN = ("", "選んでください")


def _words(field: forms.ChoiceField, value: Any) -> str:
    """Return the label of a choice, also inside a group."""
    choices: Any = field.choices
    for key, label in choices:
        if isinstance(label, list | tuple):
            for inner, word in label:
                if str(inner) == str(value):
                    return str(word)
        elif str(key) == str(value):
            return str(label)
    return str(value)


class RadioChoiceField(forms.ChoiceField):
    """One of up to five."""

    widget = forms.RadioSelect

    def show(self, value: str) -> str:
        """Return the chosen words."""
        return _words(self, value)


class SelectField(forms.ChoiceField):
    """One of many, in a list that begins with 「選んでください」."""

    def __init__(self, *, choices: Any = (), **kwargs: Any) -> None:
        super().__init__(choices=[NOT_CHOSEN, *choices], **kwargs)

    def show(self, value: str) -> str:
        """Return the chosen words."""
        return _words(self, value)


class PrefectureField(SelectField):
    """One of the 47, grouped by region; answers the two-digit code."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "都道府県")
        groups = GROUPED_CHOICES
        super().__init__(choices=groups, **kwargs)
        self.widget.attrs.setdefault("autocomplete", "address-level1")
        self.widget.attrs.setdefault("class", "w-m")

    def show(self, value: str) -> str:
        """Return the prefecture's name."""
        return PREFECTURES[value].name


class CheckListField(forms.MultipleChoiceField):
    """Any number, one under the other."""

    widget = forms.CheckboxSelectMultiple

    def show(self, value: list[str]) -> str:
        """Return the chosen words, joined."""
        return "、".join(_words(self, one) for one in value)


class CheckChipsField(CheckListField):
    """Any number of short words, side by side."""

    widget = CheckChips


class YesNoField(forms.TypedChoiceField):
    """なし or あり (or the two words given, no first); answers a bool."""

    widget = forms.RadioSelect

    def __init__(self, *, words: tuple[str, str] = ("なし", "あり"), **kwargs: Any) -> None:
        choices = [("0", words[0]), ("1", words[1])]
        super().__init__(choices=choices, coerce=lambda value: value == "1", empty_value=None, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Turn a stored bool into the choice that shows it."""
        return {True: "1", False: "0"}.get(value, value) if not isinstance(value, str) else value

    def show(self, value: bool) -> str:
        """Return the chosen word."""
        return _words(self, "1" if value else "0")


class PledgeField(forms.BooleanField):
    """One sentence that people agree to by ticking it."""

    default_error_messages = {"required": "{label}を読んで、チェックを入れてください"}

    def __init__(self, *, statement: str, **kwargs: Any) -> None:
        super().__init__(widget=Pledge(statement), **kwargs)

    def show(self, value: bool) -> str:
        """Return whether it was agreed to."""
        return "同意しました" if value else "同意していません"
