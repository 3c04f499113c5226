"""A keyword is read with the words that mean the same, and the page can say how."""

import pytest

from postings.models import Synonym
from postings.search.reading import Word, read_keyword
from postings.search.synonyms import load_synonyms

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nurses() -> None:
    Synonym.objects.create(words=["看護師", "正看護師", "正看", "ナース"], apart=["准看護師"])
    Synonym.objects.create(words=["准看護師", "准看"])


def test_equal_words_are_looked_for_too_and_the_page_says_so() -> None:
    reading = read_keyword("なーす")
    assert reading.words == (Word("なーす", ("看護師", "正看護師", "正看"), ("准看護師",)),)
    assert reading.words[0].keys == ("ナ-ス", "看護師", "正看")  # 正看護師 is found by 看護師
    assert reading.notes == [
        "「なーす」は「看護師・正看護師・正看」も含めてさがしました。",
        "「准看護師」だけの求人は含めていません。",
    ]


def test_the_longer_word_is_found_by_whoever_types_it() -> None:
    assert read_keyword("准看護師").words == (Word("准看護師", ("准看",)),)
    assert read_keyword("准看").words[0].keys == ("准看",)


def test_a_keyword_can_be_taken_as_it_was_typed() -> None:
    reading = read_keyword("看護師 夜勤", exact=True)
    assert reading.words == (Word("看護師"), Word("夜勤"))
    assert reading.is_plain
    assert not reading.notes


@pytest.mark.parametrize("keyword", ["夜勤　病棟", " 夜勤 病棟 夜勤"])
def test_words_stand_apart_by_any_space_and_count_once(keyword: str) -> None:
    assert read_keyword(keyword).words == (Word("夜勤"), Word("病棟"))


def test_the_first_list_is_loaded_once_and_stays_the_offices() -> None:
    assert load_synonyms() == 0
    Synonym.objects.all().delete()
    assert load_synonyms() > 10
