"""What a facility decides about a posting beside its terms."""

from keynet.forms import CountField, DateField, Form, RadioChoiceField
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
