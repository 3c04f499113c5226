"""Block 仕事の内容: what is done, and where."""

from typing import Any

from facilities.models import Facility
from keynet.forms import (
    CheckChipsField,
    CountField,
    MultiLineField,
    PostalField,
    PrefectureField,
    RadioChoiceField,
    SelectField,
    SingleLineField,
    YesNoField,
)
from keynet.forms.postal_fill import PostalFill
from keynet.vocabulary.departments import GROUPED_CHOICES
from keynet.vocabulary.employment import EmploymentType, FacilityKind, Program, ScopeOfChange
from keynet.vocabulary.occupations import NEEDS_DEPARTMENT, VACCINATION, Occupation
from keynet.vocabulary.recruiting import NameVisibility
from keynet.vocabulary.terms import Smoking
from postings.forms.block import BlockForm
from postings.models import Posting
from postings.models.terms import WorkTerms

LICENCES = frozenset(occupation.licence for occupation in Occupation)
"""What the service itself writes as licence, also "": such a text gives way when the occupation changes."""

# Hospitals, clinics and offices of governments are smoke-free premises by law (健康増進法29条).
SMOKE_FREE = frozenset(FacilityKind) - {FacilityKind.CHECKUP_ORG}


class WorkForm(PostalFill, BlockForm):
    """業務の内容・就業の場所 and the scope of their change."""

    block = "work"
    postal_prefix = "work_"
    postal_fields = ("work_postal_code",)
    dependent = frozenset({"other_occupation", "duties_scope_note", "workplace_scope_note", "smoking_note"})

    program = RadioChoiceField(label="募集区分", choices=Program.choices)
    occupation = SelectField(
        label="職種",
        choices=Occupation.choices,
        help_text="1つの募集に1つの職種です。職種ごとに募集を作ります。",
    )
    other_occupation = SingleLineField(
        label="職種（その他の内容）",
        max_length=30,
        required=False,
        help_text="「その他」は、ワクチン接種の募集だけで選べます。例：会場誘導員",
    )
    licence = SingleLineField(
        label="必要な免許・資格",
        max_length=60,
        required=False,
        help_text="空欄のまま保存すると、職種に必要な免許が入ります。",
    )
    title = SingleLineField(
        label="募集タイトル",
        max_length=40,
        required=False,
        help_text="40文字まで。空欄のまま保存すると、施設名と職種から付けます。例：感染症病棟の看護師",
    )
    headcount = CountField(label="募集人数", least=1, most=999, unit="名")
    duties = MultiLineField(
        label="仕事の内容", help_text="1000文字まで。担当する業務、病棟や外来の様子、1日の流れなど。"
    )
    duties_scope = RadioChoiceField(
        label="業務の変更の範囲",
        choices=ScopeOfChange.choices,
        help_text="契約の期間中に、ほかの業務に変わる可能性があるかどうかです。",
    )
    duties_scope_note = SingleLineField(
        label="業務の変更の範囲の内容",
        required=False,
        help_text="変更ありの場合。例：院内のほかの病棟の看護業務",
    )
    departments = CheckChipsField(
        label="診療科・配属",
        choices=GROUPED_CHOICES,
        required=False,
        help_text="医師の募集では、1つ以上選んでください。",
    )
    department_note = SingleLineField(label="診療科・配属の補足", max_length=100, required=False)
    work_place = SingleLineField(
        label="勤務する施設・会場の名称",
        max_length=80,
        required=False,
        help_text="募集する施設と勤務する場所が違うとき。例：横浜市集団接種会場",
    )
    work_postal_code = PostalField(label="勤務地の郵便番号", required=False, help_text="例：105-0011")
    work_prefecture = PrefectureField(label="勤務地の都道府県")
    work_city = SingleLineField(
        label="勤務地の市区町村", max_length=60, width="m", help_text="例：横浜市中区", autocomplete="off"
    )
    work_address = SingleLineField(label="勤務地の町名・番地", max_length=120, autocomplete="off")
    work_building = SingleLineField(
        label="勤務地の建物名・階", max_length=80, required=False, autocomplete="off"
    )
    workplace_scope = RadioChoiceField(
        label="就業場所の変更の範囲",
        choices=ScopeOfChange.choices,
        help_text="契約の期間中に、ほかの場所で働く可能性があるかどうかです。",
    )
    workplace_scope_note = SingleLineField(
        label="就業場所の変更の範囲の内容",
        required=False,
        help_text="変更ありの場合。例：同じ法人の市内の診療所",
    )
    access = SingleLineField(label="最寄駅・交通", required=False, help_text="例：関内駅から徒歩5分")
    car_commute = YesNoField(label="マイカー通勤", words=("できない", "できる"), required=False)
    smoking = RadioChoiceField(
        label="受動喫煙防止措置",
        choices=Smoking.choices,
        help_text="実際に働く場所の措置を選びます。本部ではありません。",
    )
    smoking_note = SingleLineField(
        label="受動喫煙防止措置の内容", max_length=100, required=False, help_text="その他の場合に書きます。"
    )
    name_visibility = RadioChoiceField(
        label="施設名の公開",
        choices=NameVisibility.choices,
        help_text="公開しない場合も、応募を送る前の画面では、施設名と所在地を応募する方に示します。",
    )

    class Meta:
        model = Posting
        fields = [field.name for field in WorkTerms._meta.local_fields]

    def suggestions(self) -> dict[str, Any]:
        """Return the facility's own address, and what usually holds for its kind."""
        facility: Facility = self.instance.facility
        place = {
            f"work_{name}": getattr(facility, name)
            for name in ("postal_code", "prefecture", "city", "address", "building")
        }
        smoke_free = {"smoking": Smoking.PREMISES} if facility.kind in SMOKE_FREE else {}
        return place | smoke_free

    def fill_in(self) -> None:
        """Give licence and title, which follow from the occupation."""
        occupation = self.answered("occupation")
        usual = Occupation(occupation).licence if occupation else ""
        if usual and self.answered("licence") in LICENCES:
            self.cleaned_data["licence"] = usual
        if occupation and self.answered("title") == "":
            self.cleaned_data["title"] = self.suggested_title()

    def check_whole(self) -> None:
        """Ask for what occupation, scope and smoking make necessary."""
        occupation, program = self.answered("occupation"), self.answered("program")
        if program == Program.VACCINATION and occupation and occupation not in VACCINATION:
            self.add_error(
                "occupation",
                "ワクチン接種の募集では、医師・看護師・准看護師・事務職・その他から選んでください",
            )
        if program == Program.EMERGENCY and occupation == Occupation.OTHER:
            self.add_error(
                "occupation", "「その他」は、ワクチン接種の募集だけで選べます。職種を選び直してください"
            )
        self.need("licence", "title")
        self.need_when("occupation", Occupation.OTHER.value, "other_occupation")
        self.need_when("occupation", {one.value for one in NEEDS_DEPARTMENT}, "departments")
        self.need_when("duties_scope", ScopeOfChange.POSSIBLE.value, "duties_scope_note")
        self.need_when("workplace_scope", ScopeOfChange.POSSIBLE.value, "workplace_scope_note")
        self.need_when("smoking", Smoking.OTHER.value, "smoking_note")
        self._check_hidden_name()
        if (self.answered("headcount") or self.instance.hired_count) < self.instance.hired_count:
            hired = self.instance.hired_count
            self.add_error("headcount", f"募集人数は、すでに採用した{hired}名以上で入力してください")

    def suggested_title(self) -> str:
        """Return a title that says who looks for whom; without the name where it is hidden."""
        hidden = self.answered("name_visibility") == NameVisibility.HIDDEN
        facility = self.instance.facility
        place = self.answered("work_city") if hidden else facility.name
        occupation = self.answered("other_occupation") or str(Occupation(self.answered("occupation")).label)
        kind = self.instance.employment_type
        suffix = f"（{EmploymentType(kind).short}）" if kind else ""
        head = f"{place or ''}の" if place else ""
        return f"{head[: 40 - len(occupation + suffix)]}{occupation}{suffix}"[:40]

    def _check_hidden_name(self) -> None:
        name = self.instance.facility.name
        hidden = self.answered("name_visibility") == NameVisibility.HIDDEN
        if hidden and name and name in (self.answered("title") or ""):
            self.add_error("title", "施設名を公開しない募集です。募集タイトルから施設名を消してください")
