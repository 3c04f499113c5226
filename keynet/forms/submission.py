"""The same form sent twice is one submission: its number is made when the page is first shown."""

from typing import Any
from uuid import UUID, uuid4

from django import forms


class SubmissionField(forms.UUIDField):
    """A hidden number that survives corrections; a missing or broken one is replaced, never complained about."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, initial=uuid4, **kwargs)

    def clean(self, value: Any) -> UUID:
        """Return the number of this submission."""
        try:
            return super().clean(value) or uuid4()
        except forms.ValidationError:
            return uuid4()


class SubmittedOnce(forms.Form):
    """Mix into a form whose sending creates something: unique `submission_id` in the table makes it once."""

    submission_id = SubmissionField()
