"""Block 勤務の条件: for how long, on what footing, when."""

from datetime import date
from typing import Any

from keynet.forms import (
    CountField,
    DateField,
    RadioChoiceField,
    SelectField,
    SingleLineField,
    YesNoField,
)
from keynet.vocabulary.employment import (
    ContractTerm,
    EmploymentBasis,
    EmploymentType,
    FacilityKind,
    Probation,
    Program,
    Renewal,
    RenewalLimit,
)
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.occupations import NEEDS_SHIFT_PATTERN
from keynet.vocabulary.terms import Holidays, OnCall, Overtime, ShiftPattern, Start, WorkDays
from postings.forms.block import BlockForm
from postings.forms.hours import WorkHoursField
from postings.forms.spot_dates import SpotDatesField
from postings.forms.spot_fill import SpotFill
from postings.forms.spot_terms import FOLLOWS, spot_terms
from postings.models import Posting
from postings.models.days import overfilled
from postings.models.terms import ConditionTerms

MOST_WORK_DAYS = {WorkDays.PER_WEEK: 7, WorkDays.PER_MONTH: 31}


class ConditionsForm(SpotFill, BlockForm):
    """契約期間・更新・試用期間・始業終業・休憩・休日・所定外労働."""

    block = "conditions"
    together = (("contract_from", "contract_to"),)
    dependent = frozenset(
        {"contract_from", "contract_to", "renewal", "renewal_note", "renewal_limit", "renewal_limit_note"}
        | {"probation_note", "work_days_count", "spot_dates", "overtime_hours", "start_on"}
    )

    employment_type = RadioChoiceField(label="雇用形態", choices=EmploymentType.choices)
    employment_basis = RadioChoiceField(
        label="任用・雇用の別",
        choices=EmploymentBasis.choices,
        help_text="地方公務員などとして任用する場合は「公務員の任用」です。",
    )
    is_dispatch = YesNoField(label="派遣労働者として雇用", words=("しない", "する"))
    contract_term = RadioChoiceField(label="契約期間", choices=ContractTerm.choices)
    contract_from = DateField(label="契約の始まり", required=False, help_text="例：2026年12月1日")
    contract_to = DateField(label="契約の終わり", required=False)
    renewal = RadioChoiceField(label="更新の有無", choices=Renewal.choices, required=False)
    renewal_note = SingleLineField(
        label="更新の基準",
        required=False,
        help_text="条件により更新する場合に書きます。例：勤務の成績と業務の量により判断します",
    )
    renewal_limit = RadioChoiceField(label="更新の上限", choices=RenewalLimit.choices, required=False)
    renewal_limit_note = SingleLineField(
        label="更新の上限の内容", max_length=60, required=False, help_text="例：通算3年まで、2回まで"
    )
    probation = RadioChoiceField(label="試用期間", choices=Probation.choices)
    probation_note = SingleLineField(
        label="試用期間の内容",
        required=False,
        help_text="ありの場合は長さと、異なる条件を書きます。例：3か月、時給2,000円",
    )
    shift_pattern = SelectField(
        label="勤務形態",
        choices=ShiftPattern.choices,
        required=False,
        help_text="保健師・助産師・看護師・准看護師の募集では、選んでください。",
    )
    work_hours = WorkHoursField(
        label="就業時間",
        required=False,
        help_text="3つまで。夜勤の終わりは「翌9:00」か「33:00」と入力します。時間が決まっていない場合は、補足に書きます。",
    )
    hours_note = SingleLineField(
        label="就業時間の補足",
        required=False,
        help_text="シフトで決まる場合など。例：上の時間からシフトで月8回",
    )
    break_minutes = CountField(
        label="休憩時間",
        most=480,
        unit="分",
        help_text="6時間を超える場合は45分以上、8時間を超える場合は60分以上が必要です。",
        error_messages={"number": "休憩時間は、分の数字で入力してください。例：60"},
    )
    break_note = SingleLineField(label="休憩時間の補足", max_length=100, required=False)
    work_days = RadioChoiceField(label="勤務日数", choices=WorkDays.choices)
    work_days_count = CountField(
        label="勤務日数の日数", least=1, most=31, unit="日", required=False, help_text="週か月の日数です。"
    )
    spot_dates = SpotDatesField(
        label="勤務日",
        required=False,
        help_text="スポット（単発）と指定日の募集では、必ず入力します。例：12月5日、9:00、17:00、2",
    )
    overtime = RadioChoiceField(label="所定外労働", choices=Overtime.choices)
    overtime_hours = CountField(label="所定外労働の月平均", least=1, most=99, unit="時間", required=False)
    night_count = CountField(
        label="夜勤・当直の回数",
        most=31,
        unit="回",
        required=False,
        help_text="1か月のおよその回数です。ない場合は0と入力します。",
    )
    on_call = RadioChoiceField(label="オンコール", choices=OnCall.choices, required=False)
    night_note = SingleLineField(
        label="夜勤・当直・オンコールの補足", required=False, help_text="例：夜勤は相談できます"
    )
    holidays = RadioChoiceField(label="休日", choices=Holidays.choices)
    holidays_note = SingleLineField(
        label="休日・休暇の補足", required=False, help_text="例：年末年始12月29日から1月3日、夏季3日"
    )
    holidays_a_year = CountField(label="年間休日", least=1, most=366, unit="日", required=False)
    start = RadioChoiceField(label="勤務開始の希望", choices=Start.choices, required=False)
    start_on = DateField(label="勤務開始の希望日", required=False, help_text="日付を決める場合に入力します。")
    start_note = SingleLineField(
        label="勤務開始の補足", max_length=60, required=False, help_text="例：12月中なら、いつでも"
    )

    class Meta:
        model = Posting
        fields = [field.name for field in ConditionTerms._meta.local_fields]

    def __init__(self, data: Any = None, *, instance: Posting, draft: bool = False) -> None:
        super().__init__(data, instance=instance, draft=draft)
        self.fields["shift_pattern"].required = instance.occupation in NEEDS_SHIFT_PATTERN

    def suggestions(self) -> dict[str, Any]:
        """Return the footing usual for the facility's kind; a vaccination posting is always for a fixed term."""
        kind = self.instance.facility.kind
        basis = {"employment_basis": FacilityKind(kind).default_basis} if kind else {}
        fixed = self.instance.program == Program.VACCINATION
        return basis | ({"contract_term": ContractTerm.FIXED} if fixed else {})

    def fill_in(self) -> None:
        """What is not renewed needs no limit; the terms of spot work follow from its days."""
        if self.answered("employment_type") == EmploymentType.SPOT:
            for name in FOLLOWS:
                self.errors.pop(name, None)
            self.cleaned_data |= spot_terms(self.answered("spot_dates") or [])
        if self.answered("renewal") == Renewal.NONE and not self.answered("renewal_limit"):
            self.cleaned_data["renewal_limit"] = RenewalLimit.NONE.value

    def look(self, name: str) -> str:
        """Return the classes around a question: what only other or only spot work needs is hidden by its choice."""
        kind = "for-regular" if name in FOLLOWS else "for-days" if name == "spot_dates" else ""
        return f"{super().look(name)} {kind}".strip()

    def check_order(self) -> None:
        """See that the term runs forward."""
        begins, ends = self.answered("contract_from"), self.answered("contract_to")
        if begins and ends and ends < begins:
            self.add_error(
                "contract_to", f"契約の終わりは、始まり（{begins:%Y年%-m月%-d日}）より後の日付にしてください"
            )
        if taken := overfilled(self.answered("spot_dates") or [], self.instance.filled_days):
            day = date_ja(date.fromisoformat(taken[0][:10]))
            sentence = f"{day}には採用した方がいます。日時を変えず、必要人数を採用した人数以上にしてください"
            self.add_error("spot_dates", sentence)

    def check_whole(self) -> None:
        """Ask for what term, shifts, days and overtime make necessary."""
        self.need_when("overtime", Overtime.SOME.value, "overtime_hours")
        self.need_when("employment_type", EmploymentType.SPOT.value, "spot_dates")
        if self.answered("employment_type") == EmploymentType.SPOT:
            return
        self._check_term()
        self.need_when(
            "probation", {Probation.SAME_TERMS.value, Probation.OTHER_TERMS.value}, "probation_note"
        )
        self.need_when("work_days", WorkDays.FIXED_DATES.value, "spot_dates")
        if not (self.answered("hours_note") or self.answered("spot_dates")):
            self.need("work_hours")
        self._check_days()
        self.need_when("holidays", Holidays.OTHER.value, "holidays_note")
        self.need_when("start", Start.DATED.value, "start_on")

    def _check_term(self) -> None:
        term = self.answered("contract_term")
        if self.instance.program == Program.VACCINATION and term == ContractTerm.OPEN_ENDED:
            self.add_error("contract_term", "ワクチン接種の募集では「期間の定めあり」を選んでください")
        if term == ContractTerm.FIXED:
            self.need("contract_from", "contract_to", "renewal", "renewal_limit")
            self.need_when("renewal", Renewal.CONDITIONAL.value, "renewal_note")
            self.need_when(
                "renewal_limit", {RenewalLimit.YEARS.value, RenewalLimit.TIMES.value}, "renewal_limit_note"
            )

    def _check_days(self) -> None:
        most = MOST_WORK_DAYS.get(self.answered("work_days"))
        if most:
            self.need("work_days_count")
            if (self.answered("work_days_count") or 0) > most:
                self.add_error("work_days_count", f"勤務日数の日数は{most}日以内で入力してください")
