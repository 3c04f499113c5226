"""A clerk finds an institution by a part of its name, and its address becomes the facility's."""

import pytest

from facilities.checks import facility_warnings
from facilities.institutions import facts_of, split_address
from facilities.models import Facility, Institution
from keynet.vocabulary.japanese import search_key

pytestmark = pytest.mark.django_db


def make_institution(name: str = "医療法人 さくら病院", address: str = "横浜市中区港町１－１") -> Institution:
    return Institution.objects.create(
        code="140112482",
        short_code="0112482",
        name=name,
        prefecture="14",
        postal_code="2310017",
        address=address,
        search_key=search_key(f"{name} {address} 神奈川県"),
    )


@pytest.mark.parametrize(
    "typed", ["さくら", "サクラ 横浜", "ｻｸﾗ病院", "神奈川 さくら", "140112482", "0112482"]
)
def test_part_of_name_place_or_code_finds_it(typed: str) -> None:
    institution = make_institution()
    assert list(Institution.objects.matching(typed)) == [institution]


@pytest.mark.parametrize("typed", ["みどり", "さくら 川崎"])
def test_every_word_has_to_be_there(typed: str) -> None:
    make_institution()
    assert not Institution.objects.matching(typed).exists()


@pytest.mark.parametrize(
    ("postal_code", "address", "city"),
    [
        ("2310017", "横浜市中区港町１－１", "横浜市中区"),
        ("9999999", "三浦郡葉山町堀内１", "三浦郡葉山町"),
        ("", "四日市市芝田２", "四日市市"),
        ("", "番地だけ", ""),
    ],
)
def test_the_address_is_split_into_city_and_the_rest(postal_code: str, address: str, city: str) -> None:
    institution = Institution(postal_code=postal_code, address=address)
    assert split_address(institution) == (city, address.removeprefix(city))


def test_the_directory_knows_code_name_and_address() -> None:
    facts = facts_of(make_institution())
    assert (facts["kind"], facts["name"], facts["city"]) == ("hospital", "医療法人 さくら病院", "横浜市中区")
    assert (facts["institution_code"], facts["prefecture"]) == ("140112482", "14")


def test_a_name_that_is_not_the_lists_is_asked_about() -> None:
    institution = make_institution()
    facility = Facility(institution_code=institution.code, prefecture="14", name="みどり病院")
    assert [field for field, _ in facility_warnings(facility)] == ["institution_code"]
    facility.name = "医療法人さくら病院"
    assert facility_warnings(facility) == []


def test_a_mistyped_code_is_asked_about() -> None:
    assert facility_warnings(Facility(institution_code="140112481", prefecture="14"))
