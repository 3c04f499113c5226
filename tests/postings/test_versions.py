"""Every public text stays readable: for the facility, office and ministry whole, for the prefecture its public part."""

import pytest

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from postings.upkeep.revising import revise
from tests.builders import make_published
from tests.cast import signed_in
from tests.postings.upkeep.test_revising import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    posting = make_published(sakura, sato, okada)
    revise(posting, "pay", typed(posting, "pay", wage_min="2400"), by=sato)
    posting.refresh_from_db()
    revise(posting, "intake", typed(posting, "intake", contact_name="山田 次郎", documents=[]), by=sato)
    posting.refresh_from_db()
    return posting


def page(user: User, prefix: str, posting: Posting, query: str = "") -> str:
    answer = signed_in(user).get(f"{prefix}postings/{posting.number}/versions/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_changed_what_when_is_read_by_facility_office_and_ministry(
    posting: Posting, sakura: Facility, sato: User, okada: User, mori: User
) -> None:
    for user, prefix in ((sato, f"/facility/{sakura.public_id}/"), (okada, "/office/"), (mori, "/ministry/")):
        shown = page(user, prefix, posting)
        assert "佐藤 花子" in shown and "2,300円" in shown and "2,400円" in shown and "山田 次郎" in shown


def test_a_prefecture_reads_neither_names_nor_contacts(posting: Posting, yoshida: User) -> None:
    shown = page(yoshida, "/prefecture/14/", posting)
    assert "2,400円" in shown and "公開していない項目だけが変わりました" in shown
    assert "佐藤 花子" not in shown and "山田 次郎" not in shown


def test_any_two_versions_are_compared_in_either_order(posting: Posting, okada: User) -> None:
    shown = page(okada, "/office/", posting, "?older=3&newer=2")
    assert "第2版と第3版の違い" in shown and "2,300円" not in shown and "山田 次郎" in shown
    assert "第1版と第3版の違い" in page(okada, "/office/", posting, "?older=99&newer=x")
