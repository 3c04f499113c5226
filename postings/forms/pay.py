"""Block 給与・保険."""

from typing import Any

from keynet.forms import (
    CheckListField,
    CountField,
    RadioChoiceField,
    SingleLineField,
    YenField,
    YesNoField,
)
from keynet.vocabulary.employment import EmploymentBasis, EmploymentType
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.terms import (
    Childcare,
    CommuteAllowance,
    FixedOvertime,
    Housing,
    Insurance,
    WageType,
)
from postings.forms.block import BlockForm
from postings.models import Posting
from postings.models.terms import PayTerms


class PayForm(BlockForm):
    """賃金の額, 固定残業代 apart, and the insurances."""

    block = "pay"
    together = (("wage_min", "wage_max"),)
    dependent = frozenset(
        {"fixed_overtime_yen", "fixed_overtime_hours", "fixed_overtime_beyond", "commute_cap_yen"}
    )

    wage_type = RadioChoiceField(label="賃金形態", choices=WageType.choices)
    wage_min = YenField(
        label="賃金の下限", least=1, help_text="最も低い場合の額です。固定残業代は含めません。"
    )
    wage_max = YenField(
        label="賃金の上限", least=1, required=False, help_text="決まった額の場合は空欄にします。"
    )
    wage_note = SingleLineField(
        label="手当・内訳", max_length=300, required=False, help_text="例：夜勤手当1回12,000円"
    )
    fixed_overtime = RadioChoiceField(
        label="固定残業代",
        choices=FixedOvertime.choices,
        help_text="時間外労働の有無にかかわらず、決まった額で支払う残業代です。",
    )
    fixed_overtime_yen = YenField(label="固定残業代の額", least=1, required=False)
    fixed_overtime_hours = CountField(
        label="固定残業代の時間数", least=1, most=200, unit="時間分", required=False
    )
    fixed_overtime_beyond = YesNoField(
        label="超えた時間の残業代", words=("支給しない", "別途支給する"), required=False
    )
    commute_allowance = RadioChoiceField(label="通勤手当", choices=CommuteAllowance.choices, required=False)
    commute_cap_yen = YenField(label="通勤手当の上限", least=1, required=False, help_text="1か月の額です。")
    insurance = CheckListField(
        label="加入保険",
        choices=Insurance.choices,
        help_text="当てはまるものをすべて選びます。どれもない場合は「該当なし」だけを選びます。",
    )
    childcare = RadioChoiceField(label="託児", choices=Childcare.choices, required=False)
    housing = RadioChoiceField(label="宿舎・住宅", choices=Housing.choices, required=False)

    class Meta:
        model = Posting
        fields = [field.name for field in PayTerms._meta.local_fields]

    def suggestions(self) -> dict[str, Any]:
        """Return the insurance that everybody has on this footing, and how spot work is usually paid."""
        public = self.instance.employment_basis == EmploymentBasis.PUBLIC_SERVICE
        spot = self.instance.employment_type == EmploymentType.SPOT
        wage = {
            "wage_type": WageType.PER_SESSION
            if self.instance.occupation == Occupation.DOCTOR
            else WageType.DAILY
        }
        insurance = Insurance.PUBLIC_ACCIDENT if public else Insurance.ACCIDENT
        return {"insurance": [insurance], "fixed_overtime": FixedOvertime.NONE} | (wage if spot else {})

    def check_order(self) -> None:
        """See that the range runs upward."""
        low, high = self.answered("wage_min"), self.answered("wage_max")
        if low is not None and high is not None and high < low:
            self.add_error("wage_max", "賃金の上限は、下限以上の金額にしてください")

    def check_whole(self) -> None:
        """Ask for the parts of 固定残業代 (職業安定法指針: amount, hours, pay beyond them) and the cap."""
        parts = ("fixed_overtime_yen", "fixed_overtime_hours", "fixed_overtime_beyond")
        self.need_when("fixed_overtime", FixedOvertime.SOME.value, *parts)
        if (
            self.answered("fixed_overtime") == FixedOvertime.SOME
            and self.answered("fixed_overtime_beyond") is False
        ):
            self.add_error(
                "fixed_overtime_beyond",
                "固定残業代の時間数を超えた分は、支払いが必要です。「別途支給する」を選んでください",
            )
        self.need_when("commute_allowance", CommuteAllowance.CAPPED.value, "commute_cap_yen")
        insurance = self.answered("insurance") or []
        if Insurance.NOT_APPLICABLE in insurance and len(insurance) > 1:
            self.add_error("insurance", "「該当なし」を選ぶときは、ほかの保険を外してください")
