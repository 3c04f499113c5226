"""The control of 勤務日: rows that can be added, filled several at once, and removed, all without JavaScript."""

from typing import Any

from django import forms

Row = list[str]
PARTS = ("on", "starts", "ends", "headcount")
BLANK_ROWS = 3


class SpotRows(forms.Widget):
    """The filled rows and three blank ones. A ticked 「消す」 leaves its row out, and so does a row without any text."""

    template_name = "postings/blocks/spot_rows.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Give the template its rows."""
        context = super().get_context(name, value, attrs)
        rows = [*(value or []), *([""] * len(PARTS) for _ in range(BLANK_ROWS))]
        context["rows"] = [dict(zip(PARTS, row, strict=True)) for row in rows]
        context["filled"] = len(value or [])
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Row]:
        """Return the typed rows that hold something and are not to be removed."""
        columns = [_several(data, f"{name}_{part}") for part in PARTS]
        removed = set(_several(data, f"{name}_removed"))
        rows = [list(row) for row in zip(*columns, strict=False)]
        return [
            row for at, row in enumerate(rows) if str(at) not in removed and any(cell.strip() for cell in row)
        ]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Return whether the page had no such control."""
        return f"{name}_on" not in data

    def spread(self, name: str, value: list[Row] | None) -> dict[str, list[str]]:
        """Return what would be typed for these rows."""
        return {f"{name}_{part}": [row[at] for row in value or []] for at, part in enumerate(PARTS)}

    def id_for_label(self, id_: str) -> str:
        """Return the id of the first control."""
        return f"{id_}_0"


def _several(data: Any, name: str) -> list[str]:
    found = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
    return [str(one) for one in found]
