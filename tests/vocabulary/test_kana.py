import pytest
from hypothesis import given
from hypothesis import strategies as st

from keynet.vocabulary.japanese import is_kana, katakana


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("さとう", "サトウ"),
        ("ｻﾄｳ ﾊﾅｺ", "サトウ ハナコ"),
        ("サトウ　ハナコ", "サトウ ハナコ"),
        ("ｶﾞﾊﾟ", "ガパ"),
        ("ゎゐゑゔゕゖ", "ヮヰヱヴヵヶ"),
        ("さゝき", "サヽキ"),
        ("みす゛", "ミス ゙"),
        ("マリ-", "マリー"),
        ("まり－", "マリー"),
        ("メアリー―アン", "メアリーーアン"),
    ],
)
def test_readings_are_stored_in_full_width_katakana(typed, stored):
    assert katakana(typed) == stored


@pytest.mark.parametrize("reading", ["さとう", "ｻﾄｳ", "サトウ ハナコ", "メアリー・アン", "サヽキ", "ササ々"])
def test_kana_of_either_kind_and_width_is_kana(reading):
    assert is_kana(reading)


@pytest.mark.parametrize("reading", ["", "佐藤", "sato", "サトウ1", "-サトウ", "サトウ!"])
def test_anything_else_is_not(reading):
    assert not is_kana(reading)


@given(st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x3096)))
def test_hiragana_always_becomes_kana(text):
    assert not text or is_kana(text)
    assert katakana(katakana(text)) == katakana(text)
