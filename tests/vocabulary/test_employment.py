import pytest

from keynet.vocabulary.employment import EmploymentBasis, EmploymentType, FacilityKind


@pytest.mark.parametrize("kind", ["health_center", "municipality", "prefecture"])
def test_a_government_appoints(kind):
    assert FacilityKind(kind).is_government
    assert FacilityKind(kind).default_basis.hiring_word == "任用"


@pytest.mark.parametrize("kind", ["hospital", "clinic", "test_center", "checkup_org"])
def test_everybody_else_hires(kind):
    assert not FacilityKind(kind).is_government
    assert FacilityKind(kind).default_basis.hiring_word == "採用"


def test_the_word_goes_by_the_basis():
    assert EmploymentBasis.PUBLIC_SERVICE.hiring_word == "任用"


def test_a_badge_has_no_room_for_the_explanation():
    assert [kind.short for kind in EmploymentType] == ["常勤", "非常勤", "臨時", "スポット"]


def test_every_employment_type_has_a_schema_org_word():
    words = ["FULL_TIME", "PART_TIME", "TEMPORARY", "PER_DIEM"]
    assert [kind.schema_org for kind in EmploymentType] == words
