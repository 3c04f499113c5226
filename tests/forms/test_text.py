"""Words that people type."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from keynet import forms


class Words(forms.Form):
    name = forms.SingleLineField(label="名前", max_length=10)
    kana = forms.KanaField(label="ふりがな", required=False)
    note = forms.MultiLineField(label="補足", max_length=20, required=False)


def errors(**typed: str) -> dict[str, Any]:
    form = Words({"name": "中村 由美", **typed})
    form.is_valid()
    return {**form.errors}


def test_a_missing_answer_says_what_to_type() -> None:
    assert errors(name="　 ") == {"name": ["名前を入力してください"]}


def test_a_long_answer_says_how_long_it_is() -> None:
    assert errors(note="あ" * 21) == {"note": ["補足は20文字以内で入力してください（いま21文字です）"]}


def test_nothing_is_cut_off_by_the_browser() -> None:
    assert "maxlength" not in str(Words()["note"])


def test_names_are_kept_as_typed() -> None:
    form = Words({"name": " 髙橋　﨑 "})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "髙橋　﨑"


def test_any_kana_becomes_katakana() -> None:
    form = Words({"name": "中村", "kana": "なかむら ﾕﾐ"})
    assert form.is_valid()
    assert form.cleaned_data["kana"] == "ナカムラ ユミ"


def test_kanji_are_no_kana() -> None:
    assert errors(kana="中村") == {
        "kana": ["ふりがなはカタカナかひらがなで入力してください。例：ナカムラ ユミ"]
    }


def test_lines_of_a_long_text_stay_lines() -> None:
    form = Words({"name": "中村", "note": "一\r\n二"})
    assert form.is_valid()
    assert form.cleaned_data["note"] == "一\n二"


@pytest.mark.parametrize("typed", ["a\x00b", "a\ud800b", "a\nb", "\x1b[31m"])
def test_what_cannot_be_stored_is_a_sentence_and_not_an_exception(typed: str) -> None:
    (sentence,) = errors(name=typed)["name"]
    assert sentence.endswith("ください")


@given(st.text())
def test_any_text_is_stored_or_answered(typed: str) -> None:
    for field in (
        forms.SingleLineField(label="名前"),
        forms.MultiLineField(label="補足"),
        forms.KanaField(label="かな"),
    ):
        try:
            assert isinstance(field.clean(typed), str)
        except ValidationError as error:
            assert error.messages
