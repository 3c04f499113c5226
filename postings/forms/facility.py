"""What a facility decides about a posting beside its terms."""

from typing import Any

from facilities.models import Facility
from keynet.forms import CountField, DateField, Form, RadioChoiceField, SelectField
from keynet.vocabulary.recruiting import CloseReason

BY_FACILITY = [
    (CloseReason.FILLED.value, "Key-Netの応募から、必要な人数を採用できた"),
    (CloseReason.ELSEWHERE.value, "ほかの方法で、必要な人数を採用できた"),
    (CloseReason.WITHDRAWN.value, "募集を取りやめる"),
]


class HeadcountForm(Form):
    """How many people are sought from now on."""

    headcount = CountField(label="募集人数", least=1, most=999, unit="名")


class ExtendForm(Form):
    """Until when the posting is public; which days may be chosen is the verb's rule."""

    until = DateField(label="公開終了予定日", help_text="翌々月の末日まで選べます。")


class CloseForm(Form):
    """Why the posting ends; the other reasons are the clock's."""

    reason = RadioChoiceField(label="終了の理由", choices=BY_FACILITY)


class CopyForm(Form):
    """Which facility takes the copy; asked only of people who act for several."""

    to = SelectField(
        label="複写先の施設",
        required=False,
        help_text="選ばないと、この施設に作ります。ほかの施設に作ると、勤務地と担当者も空欄になります。",
    )

    def __init__(self, *args: Any, others: list[Facility], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(other.public_id): other for other in others}
        to = self.fields["to"]
        assert isinstance(to, SelectField)
        to.choices = [("", "この施設"), *((key, other.name) for key, other in self.others.items())]
        if not others:
            del self.fields["to"]

    @property
    def chosen(self) -> Facility | None:
        """Return the other facility, or None for the posting's own."""
        return self.others.get(self.cleaned_data.get("to", ""))
