import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keynet.vocabulary.japanese import (
    NotSingleLine,
    compact,
    digits,
    multi_line,
    search_key,
    search_words,
    single_line,
)
from keynet.vocabulary.mistakes import Mistake

EVERYTHING = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    "name",
    [
        "髙﨑 德子", "濵栁", "𠮷田", "辻󠄀", "鷗", "\ufa19谷", "㈱サクラ", "ＡＢＣ病院", "ﾅｰｽ", "葛󠄁城市", "か゛",
        "O'Neill-Müller", "👩🏽‍⚕️", "第１病棟　西", "１２３",
    ],
)  # fmt: skip
def test_names_stay_as_typed(name):
    assert single_line(name) == multi_line(name) == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("か\u3099き\u3099", "がぎ"),
        ("ハ\u309a", "パ"),
        ("あ\u3099", "あ\u3099"),
        ("　看護師 \n", "看護師"),
        ("看\u200b護\ufeff師\u202e", "看護師"),
        ("\u200d看護師\u200d", "看護師"),
        ("\t", ""),
        ("", ""),
    ],
)
def test_only_what_cannot_be_seen_is_changed(typed, kept):
    assert single_line(typed) == kept


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_one_line_refuses_a_line_break_with_a_sentence(line_break):
    with pytest.raises(NotSingleLine, match="1行で入力してください") as mistake:
        single_line(f"a{line_break}Bcc: x@example.jp")
    assert mistake.value.code == "line_break"


@pytest.mark.parametrize(
    "character", ["\0", "\x0b", "\x1b", "\ud800", "\ufffe", "\uffff", "\ufdd0", "\U0001ffff"]
)
def test_characters_that_break_other_programs_are_refused_with_their_place(character):
    with pytest.raises(Mistake):
        single_line(f"看護{character}師")
    if character != "\x0b":
        with pytest.raises(Mistake, match="3文字目") as mistake:
            multi_line(f"看護{character}師")
        assert mistake.value.code == "unusable_character"


def test_one_line_has_no_tab_and_several_lines_may_have_one():
    with pytest.raises(Mistake):
        single_line("日勤\t夜勤")
    assert multi_line("日勤\t夜勤") == "日勤\t夜勤"


def test_every_kind_of_line_break_becomes_one():
    assert multi_line("a\r\nb\rc\nd\u2028e") == "a\nb\nc\nd\ne"


def test_at_most_two_blank_lines_stay_together():
    assert multi_line("a\n\n\nb") == "a\n\n\nb"
    assert multi_line("a\n \n\n　\n\n\nb") == "a\n\n\nb"


def test_the_indent_of_the_first_line_stays_and_blank_lines_around_go():
    assert multi_line("\n \n　一字下げ\n二行目  \n\n") == "　一字下げ\n二行目"


@given(EVERYTHING)
def test_cleaned_text_is_safe_and_clean_already(text):
    for clean, allowed in ((single_line, ""), (multi_line, "\n\t")):
        try:
            kept = clean(text)
        except Mistake as mistake:
            assert mistake.sentence.endswith("ください。")
            continue
        assert clean(kept) == kept
        kept.encode()
        assert all(c in allowed or unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} for c in kept)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ﾅｰｽ", "なーす"),
        ("ナース", "ナ－ス"),
        ("ナース", "ナ―ス"),
        ("ＩＣＵ", "icu"),
        ("髙﨑", "高崎"),
        ("𠮷田", "吉田"),
        ("辻󠄀", "辻"),
        ("さくら　病院", " サクラ 病院 "),
        ("03‐5309", "03-5309"),
        ("ｶﾞｰｾﾞ", "ガーゼ"),
        ("㈱", "(株)"),
    ],
)
def test_what_reads_the_same_is_found_alike(one, other):
    assert search_key(one) == search_key(other)


def test_kanji_of_the_trade_are_left_alone():
    assert search_key("看護師") == "看護師"


def test_words_are_split_at_any_space():
    assert search_words("　東京　ＩＣＵ\tﾅｰｽ ") == ["東京", "icu", "ナ-ス"]
    assert search_words(" ") == []


@given(EVERYTHING)
def test_a_key_is_its_own_key(text):
    assert search_key(search_key(text)) == search_key(text)


def test_codes_lose_spaces_and_hyphens_only():
    assert compact(" １３－１０ ー１６ａ") == "131016a"


def test_digits_are_only_digits():
    assert digits("第１２号の３（4）") == "1234"
