"""A posting is copied between facilities of one person, and to nobody else's."""

import pytest

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from tests.builders import make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


def copy_of(posting: Posting) -> str:
    return f"/facility/{posting.facility.public_id}/postings/{posting.number}/copy/"


def test_another_facility_of_the_same_person_takes_the_copy(
    sakura: Facility, midori: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    midori.memberships.create(user=sato)
    client = signed_in(sato)
    page = client.get(f"/facility/{sakura.public_id}/postings/{posting.number}/").content.decode()
    assert "複写先の施設" in page
    client.post(copy_of(posting), {"to": str(midori.public_id)})
    draft = midori.postings.get()
    assert (draft.title, draft.wage_min, draft.status) == (posting.title, posting.wage_min, "draft")
    assert (draft.work_city, draft.work_address, draft.contact_email) == ("", "", "")
    assert sakura.postings.get() == posting


def test_a_facility_of_others_takes_no_copy(
    sakura: Facility, midori: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    client = signed_in(sato)
    client.post(copy_of(posting), {"to": str(midori.public_id)})
    third = Facility.objects.create(name="もり診療所")
    third.memberships.create(user=sato)
    client.post(copy_of(posting), {"to": str(midori.public_id)})
    assert not midori.postings.exists()
