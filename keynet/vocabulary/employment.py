"""Who employs, for how long, and on what footing: choices of a posting and its facility.

The legal items behind them are those of 職業安定法5条の3 and 同法施行規則4条の2第3項.
"""

from django.db.models import TextChoices


class Program(TextChoices):
    """The scheme a posting belongs to: circular of 2020-05-27, and that of 2021-05-06 for vaccination."""

    EMERGENCY = "emergency", "一般(感染症対応等)"
    VACCINATION = "vaccination", "ワクチン接種"


class EmploymentBasis(TextChoices):
    """Public servants are appointed (任用), everybody else is hired (採用)."""

    CONTRACT = "contract", "雇用契約"
    PUBLIC_SERVICE = "public_service", "公務員の任用"

    @property
    def hiring_word(self) -> str:
        """The word for taking somebody on."""
        return "任用" if self is EmploymentBasis.PUBLIC_SERVICE else "採用"


class FacilityKind(TextChoices):
    """What a facility is. A municipal hospital is a hospital; its basis is asked for with each posting."""

    HOSPITAL = "hospital", "病院"
    CLINIC = "clinic", "診療所"
    TEST_CENTER = "test_center", "地域外来・検査センター"
    HEALTH_CENTER = "health_center", "保健所"
    MUNICIPALITY = "municipality", "市町村・特別区"
    PREFECTURE = "prefecture", "都道府県"
    CHECKUP_ORG = "checkup_org", "健診機関等"

    @property
    def is_government(self) -> bool:
        """Is it, or does it belong to, a prefecture or a municipality?"""
        return self in GOVERNMENTS

    @property
    def default_basis(self) -> EmploymentBasis:
        """The footing a new posting of such a facility starts with."""
        return EmploymentBasis.PUBLIC_SERVICE if self.is_government else EmploymentBasis.CONTRACT


GOVERNMENTS = frozenset({FacilityKind.HEALTH_CENTER, FacilityKind.MUNICIPALITY, FacilityKind.PREFECTURE})


class EmploymentType(TextChoices):
    """雇用形態."""

    FULL_TIME = "full_time", "常勤"
    PART_TIME = "part_time", "非常勤"
    FIXED_TERM = "fixed_term", "臨時(任期付・会計年度任用等)"
    SPOT = "spot", "スポット(単発)"

    @property
    def short(self) -> str:
        """The label without its explanation, for lists and badges."""
        return self.label.partition("(")[0]

    @property
    def schema_org(self) -> str:
        """`employmentType` of a schema.org JobPosting."""
        return _SCHEMA_ORG[self]


_SCHEMA_ORG = {
    EmploymentType.FULL_TIME: "FULL_TIME",
    EmploymentType.PART_TIME: "PART_TIME",
    EmploymentType.FIXED_TERM: "TEMPORARY",
    EmploymentType.SPOT: "PER_DIEM",
}


class ContractTerm(TextChoices):
    """契約期間. A vaccination posting is always fixed."""

    OPEN_ENDED = "open_ended", "期間の定めなし"
    FIXED = "fixed", "期間の定めあり"


class Renewal(TextChoices):
    """更新の有無 of a fixed term; the standard for renewing has to be shown since 2024-04-01."""

    NONE = "none", "更新なし"
    USUAL = "usual", "原則として更新"
    CONDITIONAL = "conditional", "条件により更新する場合あり"


class RenewalLimit(TextChoices):
    """更新上限 of a fixed term, shown since 2024-04-01."""

    NONE = "none", "上限なし"
    YEARS = "years", "通算の契約期間に上限あり"
    TIMES = "times", "更新の回数に上限あり"


class Probation(TextChoices):
    """試用期間, and whether other terms hold during it."""

    NONE = "none", "なし"
    SAME_TERMS = "same_terms", "あり(条件は同じ)"
    OTHER_TERMS = "other_terms", "あり(条件が異なる)"


class ScopeOfChange(TextChoices):
    """変更の範囲 of duties or workplace over the whole contract, not only at its start. Since 2024-04-01."""

    NONE = "none", "変更なし"
    POSSIBLE = "possible", "変更あり"
