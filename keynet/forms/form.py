"""The two kinds of form of the project. They check shape and normalise; they never change a state."""

from typing import Any

from django import forms


class Asking:
    """No checks by the browser, and warnings that ask once and then let pass.

    `self.warn("wage_min", "…")` in `clean()` adds a warning; the view asks while `form.asks` is true.
    """

    use_required_attribute = False  # the page answers in words, not the browser
    data: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.warnings: list[tuple[str, str]] = []

    def warn(self, name: str, sentence: str) -> None:
        """Ask people to look at one answer again, without stopping them."""
        self.warnings.append((name, sentence))

    @property
    def warned(self) -> str:
        """Return the names of the questions asked about; the summary posts it back as `looked_again`."""
        return ",".join(name for name, _sentence in self.warnings)

    @property
    def asks(self) -> bool:
        """Return whether there is a warning that the person has not yet seen."""
        return bool(self.warnings) and self.data.get("looked_again") != self.warned


class Form(Asking, forms.Form):
    """A form of declared questions."""


class ModelForm(Asking, forms.ModelForm):
    """A form of a model's fields."""
