"""研修受講報告: which training, when, for how long."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from keynet.forms import DateField, Form, RadioChoiceField, SingleLineField, YesNoField
from keynet.forms.asked import TypedField
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.recruiting import TrainingProvider

LEAST, MOST = Decimal("0.5"), Decimal(200)
HOURS = re.compile(r"\d{1,3}(\.\d)?")


class HoursField(TypedField):
    """Hours with at most one decimal, in any width; answers a Decimal."""

    width = "s"
    unit = "時間"
    inputmode = "decimal"

    def read(self, text: str) -> Decimal:
        """Return the hours, from half an hour to 200."""
        typed = unicodedata.normalize("NFKC", text[:40]).strip().removesuffix(self.unit).strip()
        if not HOURS.fullmatch(typed) or not LEAST <= Decimal(typed) <= MOST:
            raise Mistake("hours", "時間数は0.5から200までの数字で入力してください。例：3.5")
        return Decimal(typed)


class TrainingForm(Form):
    """What the ministry is told; no name of the hired person."""

    provider = RadioChoiceField(label="研修の実施主体", choices=TrainingProvider.choices)
    provider_name = SingleLineField(
        label="実施した団体・部署の名称", max_length=100, required=False, help_text="例：神奈川県看護協会"
    )
    name = SingleLineField(label="研修の名称", max_length=100, help_text="例：新型感染症の基礎研修")
    taken_from = DateField(
        label="受講の始まりの日", earliest=2020, required=False, help_text="1日だけのときは、空けてください。"
    )
    taken_on = DateField(label="受講日", earliest=2020, help_text="何日かにわたるときは、最後の日")
    hours = HoursField(label="時間数", help_text="例：3.5")
    taken_before_hire = YesNoField(
        label="受講の時期", words=("採用のあとに受講した", "採用の前に受講していた"), initial="0"
    )

    def clean_taken_on(self) -> date:
        """Refuse a day that has not come yet: a report says what was done."""
        day: date = self.cleaned_data["taken_on"]
        if day > timezone.localdate():
            raise ValidationError("受講日は、今日までの日付にしてください")
        return day

    def clean(self) -> dict[str, Any]:
        """See that the days run forward."""
        answers = super().clean() or self.cleaned_data
        first, last = answers.get("taken_from"), answers.get("taken_on")
        if first and last and first > last:
            self.add_error(
                "taken_from", f"受講の始まりの日は、受講日（{date_ja(last)}）までの日付にしてください"
            )
        return answers


class CorrectionForm(TrainingForm):
    """The same once more, and why it is corrected."""

    reason = SingleLineField(label="直した理由", max_length=200, help_text="例：時間数の書き間違い")
