"""就業時間: up to three pairs of start and end; a night's end may be past 24:00."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from keynet.forms.asked import Asked
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.parsing import parse_time, time_ja

PAIRS = 3
Hours = list[list[str]]


def stored_time(minutes: int) -> str:
    """Return minutes after midnight as they are stored: 08:30, 33:00."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def shown_time(stored: str) -> str:
    """Return a stored time as people read it: 8:30, 翌9:00."""
    hours, _, minutes = stored.partition(":")
    return time_ja(int(hours) * 60 + int(minutes))


class HoursParts(forms.MultiWidget):
    """Six short controls in three lines."""

    template_name = "postings/blocks/hours.html"
    use_fieldset = True

    def __init__(self) -> None:
        names = [f"{end}{line}" for line in range(1, PAIRS + 1) for end in ("starts", "ends")]
        short = {"class": "w-s", "autocomplete": "off"}
        super().__init__(widgets={name: forms.TextInput(short) for name in names})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Show stored pairs; Django takes any list for one that is spread over the controls already."""
        is_stored = bool(value) and isinstance(value[0], list)
        return super().get_context(name, self.decompress(value) if is_stored else value, attrs)

    def decompress(self, value: Hours | None) -> list[str]:
        """Spread the stored pairs over the controls."""
        times = [shown_time(time) for pair in (value or [])[:PAIRS] for time in pair]
        return times + [""] * (2 * PAIRS - len(times))

    def id_for_label(self, id_: str) -> str:
        """Return the id of the first control."""
        return f"{id_}_0"


class WorkHoursField(Asked):
    """Answers [["08:30", "17:00"], …]; an end that is not after its start is meant for the next morning."""

    widget = HoursParts
    default_error_messages = {
        "time": "{label}は時刻で入力してください。例：8:30、翌9:00",
        "half": "{label}は、開始と終了の両方を入力してください",
    }

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        """Return nothing: the controls have their own."""
        return {}

    def to_python(self, value: Any) -> Hours:
        """Return the filled pairs; raises ValidationError for a half one or a time that cannot be read."""
        if not value or isinstance(value[0], list):
            return value or []
        times = [str(part or "").strip() for part in value]
        pairs = list(zip(times[::2], times[1::2], strict=True))
        return [self._pair(start, end) for start, end in pairs if start or end]

    def _pair(self, start: str, end: str) -> list[str]:
        if not (start and end):
            raise ValidationError(self.error_messages["half"], code="half")
        try:
            first, last = parse_time(start[:20]), parse_time(end[:20])
        except Mistake as mistake:
            raise ValidationError(self.error_messages["time"], code="time") from mistake
        return [stored_time(first), stored_time(last if last > first else last + 24 * 60)]

    def show(self, value: Hours) -> str:
        """Return 8:30〜17:00、16:30〜翌9:00."""
        return "、".join(f"{shown_time(start)}〜{shown_time(end)}" for start, end in value)
