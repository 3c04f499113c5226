"""Nobody makes a move that moves.txt does not give them, and everybody those that it does."""

import pytest

from tests.access.moving import predicates, promises, wrong_moves
from tests.access.related import Related

pytestmark = pytest.mark.django_db


def test_every_move_is_in_the_table() -> None:
    assert set(predicates()) == set(promises())


def test_whoever_may_make_a_move_is_whom_the_table_names(related: Related) -> None:
    assert "\n".join(wrong_moves(related)) == ""
