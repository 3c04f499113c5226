"""Every term a posting can have is said in words; what a facility hides is said to nobody but the applicant."""

from datetime import date
from typing import Any

import pytest
from django.template import Context, Template

from facilities.models import Facility
from postings.models import Posting
from postings.models.posting import TERM_FIELDS
from postings.wording import NEVER_PUBLIC, key_facts, sections
from tests.builders import terms

PAGE = Template(
    "{% load posting_tags %}{% posting_card posting disclose gaps True %}{% posting_key_facts posting disclose %}"
    "{% posting_terms posting disclose gaps internal %}"
)
FIXED = {"renewal": "usual", "renewal_limit": "years", "probation": "other_terms"}
# Field → two values that must read differently, and the terms under which they matter.
DIFFERENT: dict[str, tuple[Any, Any, dict[str, Any]]] = {
    "program": ("emergency", "vaccination", {}),
    "occupation": ("nurse", "midwife", {}),
    "other_occupation": ("", "受付の補助", {"occupation": "other"}),
    "licence": ("看護師免許", "不問", {}),
    "title": ("病棟の看護師", "外来の看護師", {}),
    "headcount": (2, 3, {}),
    "duties": ("点滴をします。", "検温をします。", {}),
    "duties_scope": ("none", "possible", {}),
    "duties_scope_note": ("", "外来の看護", {"duties_scope": "possible"}),
    "departments": (["ward"], ["outpatient"], {}),
    "department_note": ("", "西館5階", {"departments": ["ward"]}),
    "work_place": ("", "市民会館", {}),
    "work_postal_code": ("2310017", "2310018", {}),
    "work_prefecture": ("14", "13", {}),
    "work_city": ("横浜市中区", "横浜市西区", {}),
    "work_address": ("港町1-1", "港町2-2", {}),
    "work_building": ("", "2階", {}),
    "workplace_scope": ("none", "possible", {}),
    "workplace_scope_note": ("", "市内の病院", {"workplace_scope": "possible"}),
    "access": ("", "関内駅から徒歩5分", {}),
    "car_commute": (True, False, {}),
    "smoking": ("premises", "indoors", {}),
    "smoking_note": ("", "喫煙室は屋外です", {}),
    "name_visibility": ("public", "hidden", {}),
    "employment_type": ("full_time", "part_time", {}),
    "employment_basis": ("contract", "public_service", {}),
    "is_dispatch": (False, True, {}),
    "contract_term": ("open_ended", "fixed", {}),
    "contract_from": (date(2026, 12, 1), date(2026, 12, 2), {}),
    "contract_to": (date(2027, 2, 28), date(2027, 3, 31), {}),
    "renewal": ("none", "conditional", {}),
    "renewal_note": ("", "勤務の成績", FIXED),
    "renewal_limit": ("years", "times", FIXED),
    "renewal_limit_note": ("", "通算3年", FIXED),
    "probation": ("none", "same_terms", {}),
    "probation_note": ("", "1か月、時給2,000円", FIXED),
    "shift_pattern": ("day_only", "two_shifts", {}),
    "work_hours": ([["08:30", "17:00"]], [["08:30", "17:00"], ["16:30", "33:00"]], {}),
    "hours_note": ("", "時間は相談できます", {}),
    "break_minutes": (45, 60, {}),
    "break_note": ("", "仮眠あり", {}),
    "work_days": ("per_week", "per_month", {}),
    "work_days_count": (3, 4, {}),
    "spot_dates": ([], [{"on": "2026-12-05", "starts": "09:00", "ends": "17:00", "headcount": 2}], {}),
    "overtime": ("none", "some", {}),
    "overtime_hours": (4, 5, {"overtime": "some"}),
    "night_count": (None, 4, {}),
    "on_call": ("none", "some", {}),
    "night_note": ("", "当直は月2回", {}),
    "holidays": ("weekends", "shifts", {}),
    "holidays_note": ("", "年間120日", {}),
    "holidays_a_year": (None, 120, {}),
    "start": ("at_once", "negotiable", {}),
    "start_on": (date(2026, 12, 1), date(2026, 12, 2), {"start": "dated"}),
    "start_note": ("", "すぐに", {}),
    "wage_type": ("hourly", "daily", {}),
    "wage_min": (2300, 2400, {}),
    "wage_max": (2800, 2900, {}),
    "wage_note": ("", "夜勤手当 1回15,000円", {}),
    "fixed_overtime": ("none", "some", {"fixed_overtime_yen": 10000}),
    "fixed_overtime_yen": (10000, 20000, {"fixed_overtime": "some"}),
    "fixed_overtime_hours": (10, 20, {"fixed_overtime": "some", "fixed_overtime_yen": 10000}),
    "fixed_overtime_beyond": (None, True, {"fixed_overtime": "some", "fixed_overtime_yen": 10000}),
    "commute_allowance": ("none", "actual_cost", {}),
    "commute_cap_yen": (None, 55000, {"commute_allowance": "capped"}),
    "insurance": (["health"], ["health", "pension"], {}),
    "childcare": ("on_site", "available", {}),
    "housing": ("single", "family", {}),
    "age_limit": ("", "60歳未満", {"age_limit_reason": "1", "age_limit_note": "定年"}),
    "age_limit_reason": ("1", "3i", {"age_limit": "60歳未満"}),
    "age_limit_note": ("定年が60歳のため", "定年が65歳のため", {"age_limit": "60歳未満"}),
    "tags": (["visit"], ["senior"], {}),
    "training_provider": ("facility", "prefecture", {}),
    "training_when": ("", "勤務の初日", {}),
    "training_paid": (True, False, {}),
    "selection_methods": (["interview"], ["online_interview"], {}),
    "selection_times": (1, 2, {}),
    "result_days": (3, 7, {}),
    "documents": (["resume"], ["none"], {}),
    "publish_to": (date(2026, 12, 10), date(2026, 12, 11), {}),
    "contact_department": ("看護部", "総務課", {}),
    "contact_phone": ("0456710000", "0456710001", {"contact_phone_public": True}),
    "contact_phone_public": (False, True, {}),
}


def posting_with(**changes: Any) -> Posting:
    """Return an unsaved posting of さくら病院."""
    facility = Facility(
        name="さくら病院", kind="hospital", prefecture="14", city="横浜市中区", address="港町9-9"
    )
    return Posting(facility=facility, **terms(**changes))


def words(posting: Posting, *, disclose: bool = False, gaps: bool = False, internal: bool = False) -> str:
    return PAGE.render(
        Context({"posting": posting, "disclose": disclose, "gaps": gaps, "internal": internal})
    )


def test_every_term_is_either_public_or_named_as_never_public() -> None:
    assert set(DIFFERENT) | NEVER_PUBLIC == set(TERM_FIELDS)
    assert not set(DIFFERENT) & NEVER_PUBLIC


@pytest.mark.parametrize("field", DIFFERENT)
def test_postings_that_differ_in_a_term_differ_in_their_words(field: str) -> None:
    one, other, others = DIFFERENT[field]
    assert words(posting_with(**{**others, field: one})) != words(posting_with(**{**others, field: other}))


@pytest.mark.parametrize("field", sorted(NEVER_PUBLIC))
def test_terms_that_are_never_public_are_shown_to_office_and_facility_only(field: str) -> None:
    unlike = {"training_pledge": False, "share_with_recruiters": False, "publish_from": date(2026, 11, 1)}
    changed = unlike.get(field, "ひみつの値")
    before, after = posting_with(), posting_with(**{field: changed})
    assert words(before, disclose=True) == words(after, disclose=True)
    assert words(before, internal=True) != words(after, internal=True)


def test_a_hidden_facility_appears_nowhere_until_it_is_disclosed() -> None:
    posting = posting_with(
        name_visibility="hidden",
        work_place="さくら会館",
        work_address="港町1-1",
        work_building="別館2階",
        access="関内駅から徒歩5分",
        contact_phone="0456710000",
        contact_phone_public=True,
    )
    posting.facility.entrusted_by = "みなと市"
    secrets = ("さくら", "港町", "別館", "関内駅", "045-671-0000", "231-0017", "みなと市")
    shown = words(posting)
    assert [secret for secret in secrets if secret in shown] == []
    assert "施設名は非公開です" in shown
    told = words(posting, disclose=True)
    assert [secret for secret in secrets if secret not in told] == []


def test_public_servants_are_appointed_not_hired() -> None:
    text = words(posting_with(employment_basis="public_service", training_when=""))
    assert "任用の連絡" in text
    assert "任期" in text
    assert "採用の連絡" not in text


def test_a_night_shift_ends_the_next_morning() -> None:
    posting = posting_with(work_hours=[["08:30", "17:00"], ["16:30", "33:00"], ["16:30", "09:00"]])
    hours = next(fact for fact in key_facts(posting) if fact.label == "日数・時間")
    assert hours.notes == ("日勤 8:30〜17:00、夜勤 16:30〜翌9:00、夜勤 16:30〜翌9:00",)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 12, 1), date(2027, 2, 28), "3か月"),
        (date(2026, 4, 1), date(2028, 3, 31), "2年"),
        (date(2026, 12, 5), date(2026, 12, 6), "2日間"),
    ],
)
def test_the_length_of_a_contract_is_exact(first: date, last: date, said: str) -> None:
    posting = posting_with(contract_from=first, contract_to=last)
    period = next(fact for fact in key_facts(posting) if fact.label == "期間")
    assert period.notes[0].split("。")[0] == said


def test_an_empty_draft_shows_its_gaps_and_nothing_breaks() -> None:
    draft = Posting(facility=Facility())
    assert "未入力" in words(draft, gaps=True, internal=True)
    assert "未入力" not in words(draft)


def test_unfinished_hours_and_dates_are_left_out() -> None:
    draft = posting_with(
        work_hours=[["08:30", ""], ["25:99", "1"], []], spot_dates=[{}, {"on": "2026-13-01"}]
    )
    assert "勤務時間" in words(draft, gaps=True)


def test_every_section_of_the_page_has_its_heading() -> None:
    headings = [section.heading for section in sections(posting_with())]
    assert headings == [
        "仕事の内容",
        "勤務の条件",
        "応募できる方",
        "応募から勤務開始まで",
        "施設の情報",
    ]
