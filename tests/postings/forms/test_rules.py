"""Every required and every conditional item of a posting (domain.md B.2, B.4)."""

from typing import Any

import pytest

from facilities.models import Facility
from tests.builders import make_draft
from tests.postings.forms.answers import answered

pytestmark = pytest.mark.django_db

REQUIRED = {
    "work": "occupation headcount duties duties_scope work_prefecture work_city work_address workplace_scope smoking",
    "conditions": "employment_type employment_basis contract_term probation shift_pattern break_minutes work_days "
    "overtime holidays",
    "pay": "wage_type wage_min fixed_overtime insurance",
    "intake": "training_provider training_when training_pledge selection_methods selection_times result_days "
    "contact_department contact_name contact_phone contact_email",
}


@pytest.mark.parametrize(
    ("block", "field"), [(block, field) for block, fields in REQUIRED.items() for field in fields.split()]
)
def test_a_posting_is_not_whole_without(sakura: Facility, block: str, field: str) -> None:
    empty: Any = [] if field in {"insurance", "selection_methods"} else ""
    form = answered(make_draft(sakura), block, **{field: empty})
    assert list(form.errors) == [field]
    assert form.errors[field][0].endswith("ください")


CONDITIONAL: list[tuple[str, dict[str, Any], str]] = [
    ("work", {"duties_scope": "possible"}, "duties_scope_note"),
    ("work", {"workplace_scope": "possible"}, "workplace_scope_note"),
    ("work", {"smoking": "other"}, "smoking_note"),
    ("work", {"occupation": "doctor"}, "departments"),
    ("work", {"occupation": "other"}, "occupation"),
    ("work", {"program": "vaccination", "occupation": "pharmacist"}, "occupation"),
    ("work", {"program": "vaccination", "occupation": "other", "licence": "不問"}, "other_occupation"),
    ("work", {"name_visibility": "hidden", "title": "さくら病院の看護師"}, "title"),
    ("conditions", {"contract_from_y": "", "contract_from_m": "", "contract_from_d": ""}, "contract_from"),
    ("conditions", {"contract_to_y": "", "contract_to_m": "", "contract_to_d": ""}, "contract_to"),
    ("conditions", {"renewal": ""}, "renewal"),
    ("conditions", {"renewal": "conditional"}, "renewal_note"),
    ("conditions", {"renewal": "usual", "renewal_limit": ""}, "renewal_limit"),
    ("conditions", {"renewal_limit": "years"}, "renewal_limit_note"),
    ("conditions", {"probation": "other_terms"}, "probation_note"),
    ("conditions", {"work_hours_starts1": "", "work_hours_ends1": ""}, "work_hours"),
    ("conditions", {"employment_type": "spot"}, "spot_dates"),
    ("conditions", {"work_days": "fixed_dates"}, "spot_dates"),
    ("conditions", {"work_days_count": ""}, "work_days_count"),
    ("conditions", {"work_days_count": "8"}, "work_days_count"),
    ("conditions", {"overtime": "some"}, "overtime_hours"),
    ("conditions", {"holidays": "other"}, "holidays_note"),
    ("pay", {"wage_min": "3000"}, "wage_max"),
    ("pay", {"commute_allowance": "capped"}, "commute_cap_yen"),
    ("pay", {"insurance": ["health", "not_applicable"]}, "insurance"),
    ("intake", {"age_limit": "35歳以下", "age_limit_note": "体力が要るため"}, "age_limit_reason"),
    ("intake", {"age_limit": "35歳以下", "age_limit_reason": "1"}, "age_limit_note"),
    ("intake", {"documents": ["resume", "none"]}, "documents"),
    ("intake", {"publish_to_y": "2020", "publish_to_m": "1", "publish_to_d": "1"}, "publish_to"),
    ("intake", {"publish_to_y": "2099", "publish_to_m": "1", "publish_to_d": "1"}, "publish_to"),
]


@pytest.mark.parametrize(("block", "changes", "field"), CONDITIONAL)
def test_one_answer_makes_another_necessary(
    sakura: Facility, block: str, changes: dict[str, Any], field: str
) -> None:
    assert list(answered(make_draft(sakura), block, **changes).errors) == [field]


def test_fixed_overtime_needs_all_its_parts_and_pay_beyond_them(sakura: Facility) -> None:
    posting = make_draft(sakura, wage_type="monthly", wage_min=300_000, wage_max=None)
    parts = ["fixed_overtime_yen", "fixed_overtime_hours", "fixed_overtime_beyond"]
    assert list(answered(posting, "pay", fixed_overtime="some").errors) == parts
    some: dict[str, Any] = {
        "fixed_overtime": "some",
        "fixed_overtime_yen": "3万円",
        "fixed_overtime_hours": "20",
    }
    assert list(answered(posting, "pay", **some, fixed_overtime_beyond="0").errors) == [parts[2]]
    assert answered(posting, "pay", **some, fixed_overtime_beyond="1").is_valid()


def test_a_vaccination_posting_is_for_a_fixed_term(sakura: Facility) -> None:
    posting = make_draft(sakura, program="vaccination")
    assert list(answered(posting, "conditions", contract_term="open_ended").errors) == ["contract_term"]


def test_the_licence_follows_the_occupation_until_somebody_writes_another(sakura: Facility) -> None:
    posting = make_draft(sakura)
    assert answered(posting, "work", occupation="midwife").cleaned_data["licence"] == "助産師免許"
    own = answered(posting, "work", occupation="midwife", licence="助産師免許と経験3年")
    assert own.cleaned_data["licence"] == "助産師免許と経験3年"


def test_a_title_is_suggested_but_never_tells_a_hidden_name(sakura: Facility) -> None:
    posting = make_draft(sakura)
    shown = answered(posting, "work", title="")
    assert shown.cleaned_data["title"] == "さくら病院の看護師（非常勤）"
    hidden = answered(make_draft(sakura), "work", title="", name_visibility="hidden")
    assert hidden.cleaned_data["title"] == "横浜市中区の看護師（非常勤）"
