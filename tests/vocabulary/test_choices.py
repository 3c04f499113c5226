import re

import pytest
from django.db.models import TextChoices

from keynet.vocabulary import departments, employment, occupations, recruiting, terms
from keynet.vocabulary.choices import labels
from keynet.vocabulary.terms import Insurance

EVERY_KIND = [
    kind
    for module in (departments, employment, occupations, recruiting, terms)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, TextChoices) and kind is not TextChoices
]


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_values_are_short_lower_case_words_and_labels_are_distinct(kind):
    assert all(re.fullmatch(r"[a-z0-9_]{1,30}", value) for value in kind.values)
    assert len(set(kind.labels)) == len(kind.labels)


def test_several_choices_read_as_a_list_in_the_order_of_the_choices():
    assert labels(["pension", "health"], Insurance) == "健康保険、厚生年金"


def test_a_value_that_is_no_choice_any_more_is_left_out():
    assert labels(["health", "gone"], Insurance) == "健康保険"
    assert labels([], Insurance) == ""
