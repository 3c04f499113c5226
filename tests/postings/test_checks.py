"""What stops a posting and what only asks."""

import pytest

from facilities.models import Facility
from postings.checks import missing
from postings.models import Posting
from tests.builders import make_draft

pytestmark = pytest.mark.django_db


def test_a_lawful_posting_lacks_nothing(sakura: Facility) -> None:
    assert missing(make_draft(sakura)) == {}


def test_an_empty_posting_lacks_something_in_every_block(sakura: Facility) -> None:
    gaps = missing(Posting.objects.create(facility=sakura))
    assert set(gaps) == {"work", "conditions", "pay", "intake"}
    assert gaps["work"]["duties"] == "仕事の内容を入力してください"
