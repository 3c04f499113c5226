"""採用実績報告 of what Key-Net did not bring: a number for each other way."""

from typing import Any

from applications.reports.models import OtherWay
from keynet.forms import CountField, Form


class OutsideForm(Form):
    """How many people a posting found in which other way; an empty answer is nobody."""

    def __init__(self, *args: Any, reported: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for way in OtherWay:
            self.fields[way.value] = CountField(
                label=str(way.label),
                least=0,
                most=999,
                unit="名",
                required=False,
                initial=reported.get(way.value),
            )

    def people(self) -> dict[str, int]:
        """Return the numbers by way."""
        return {way: number or 0 for way, number in self.cleaned_data.items()}
