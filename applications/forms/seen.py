"""What stood on the page when somebody began to type, so that what happened meanwhile is noticed."""

from typing import Any

from django import forms


class SeenNumberField(forms.IntegerField):
    """A number that stood on the page, such as a posting's version; a broken one is as good as none."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> int:
        """Return the number, 0 when it cannot be read."""
        try:
            return min(max(int(value), 0), 32_767)
        except (TypeError, ValueError):
            return 0
