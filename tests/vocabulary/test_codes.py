import pytest

from keynet.vocabulary.codes import (
    clean_institution_code,
    clean_lg_code,
    is_institution_code_plausible,
    lg_code,
)
from keynet.vocabulary.mistakes import Mistake

IN_USE = [
    "01 0112489", "08 0110056", "11 0301762", "12 0101980", "13 0110049", "14 0100065", "20 0112064", "23 0100058",
    "27 0100153", "27 0202047", "46 0110365",
]  # fmt: skip
"""Prefecture and code of hospitals and clinics on the lists of 2024-09, by each rule of the check digit."""


@pytest.mark.parametrize(
    ("jis", "code"),
    [("13101", "131016"), ("01000", "010006"), ("27100", "271004"), ("23235", "232351"), ("24303", "243035")],
)
def test_a_local_government_code_ends_with_its_check_digit(jis, code):
    assert lg_code(jis) == code


@pytest.mark.parametrize("typed", ["131016", "１３１０１６", "13101-6", " 131016 "])
def test_a_local_government_code_is_read_in_any_width(typed):
    assert clean_lg_code(typed) == "131016"


@pytest.mark.parametrize("typed", ["", "13101", "1310166", "480002", "000000", "13101a", "１３１０１x"])
def test_a_local_government_code_that_does_not_exist_is_asked_for_again(typed):
    with pytest.raises(Mistake, match="6桁の数字"):
        clean_lg_code(typed)


def test_six_digits_that_do_not_fit_together_are_not_called_something_else():
    with pytest.raises(Mistake, match="131015は使われていない番号です"):
        clean_lg_code("131015")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0112489", "0112489"),
        ("０１１・２４８９".replace("・", "－"), "0112489"),
        ("010112489", "010112489"),
        ("01 1 0112489", "0110112489"),
    ],
)
def test_an_institution_code_has_seven_nine_or_ten_digits(typed, code):
    assert clean_institution_code(typed) == code


@pytest.mark.parametrize("typed", ["", "011248", "01124890", "480112489", "01-A-0112489", "01124890112489"])
def test_an_institution_code_of_another_length_is_asked_for_again(typed):
    with pytest.raises(Mistake, match="医療機関コードは"):
        clean_institution_code(typed)


@pytest.mark.parametrize("row", IN_USE)
def test_codes_in_use_have_a_fitting_check_digit(row):
    prefecture, code = row.split()
    assert is_institution_code_plausible(code, prefecture)
    assert is_institution_code_plausible(prefecture + code, prefecture="")


@pytest.mark.parametrize("row", IN_USE)
def test_a_slip_in_the_last_digit_is_noticed(row):
    prefecture, code = row.split()
    slipped = code[:-1] + str((int(code[-1]) + 1) % 10)
    assert not is_institution_code_plausible(slipped, prefecture)


def test_ten_digits_are_judged_by_their_own_fee_schedule():
    assert is_institution_code_plausible("0110112489", prefecture="")
    assert not is_institution_code_plausible("0130112489", prefecture="")


def test_a_code_of_another_prefecture_does_not_fit():
    assert not is_institution_code_plausible("0112489", prefecture="20")
