"""What a facility decides about a posting beside its terms."""

from keynet.forms import CountField, Form, RadioChoiceField
from keynet.vocabulary.recruiting import CloseReason

BY_FACILITY = [
    (CloseReason.FILLED.value, "必要な人数を採用できた（充足）"),
    (CloseReason.WITHDRAWN.value, "募集を取りやめる"),
]


class HeadcountForm(Form):
    """How many people are sought from now on."""

    headcount = CountField(label="募集人数", least=1, most=999, unit="名")


class CloseForm(Form):
    """Why the posting ends; the other reasons are the clock's."""

    reason = RadioChoiceField(label="終了の理由", choices=BY_FACILITY)
