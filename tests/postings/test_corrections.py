"""「訂正あり」: what changed since publication, in the reader's words."""

import re

import pytest
from django.test import Client

from facilities.models import Facility
from keynet.accounts.models import User
from postings.corrections import PARTS, correction, parts_of
from postings.models.posting import TERM_FIELDS
from postings.upkeep.revising import revise, set_headcount
from tests.builders import make_published
from tests.postings.forms.answers import typed

pytestmark = pytest.mark.django_db


def test_the_page_says_what_was_corrected_and_when(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    assert correction(posting) == ""
    assert "訂正" not in Client().get(posting.get_absolute_url()).content.decode()
    revise(posting, "pay", typed(posting, "pay", wage_min="2400"), by=sato)
    page = Client().get(posting.get_absolute_url()).content.decode()
    assert re.search(r"\d+月\d+日に給与を訂正しました", page)
    set_headcount(posting, 5, by=sato)
    assert "募集人数を訂正しました" in Client().get(posting.get_absolute_url()).content.decode()


def test_every_public_term_has_a_word_and_what_is_not_public_has_none() -> None:
    assert parts_of(["wage_min", "wage_max", "insurance", "duties", "work_city", "result_days"]) == [
        "給与",
        "手当・保険",
        "仕事の内容",
        "勤務地",
        "応募と選考",
    ]
    assert parts_of(["contact_email", "internal_note"]) == []
    assert all(parts_of(TERM_FIELDS))
    assert set().union(*PARTS.values()) <= set(TERM_FIELDS)
