"""The contact of a posting goes two years after its end, everywhere it was written; the offer stays on record."""

from datetime import timedelta

import pytest
from django.utils import timezone

from applications.masking import mask_ended
from applications.models import Hire
from applications.safekeeping.contacts import mask_contact, mask_contacts
from applications.safekeeping.holding import hold
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.invariants import check
from keynet.privacy.models import Erasure
from postings.addressees import addresses_of
from postings.models import Posting
from tests.applications.ending import ended, hired
from tests.builders import days_from_now, make_published

pytestmark = pytest.mark.django_db
CONTACT = {
    "contact_name": "窓口カナリア",
    "contact_kana": "マドグチカナリア",
    "contact_phone": "0456719999",
    "contact_email": "canary@sakura.example",
    "internal_note": "急ぎはカナリアまで",
}


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada, **CONTACT)


def everything_about(posting: Posting) -> str:
    rows = (Posting.objects, posting.versions, posting.reviews, Hire.objects)
    return str([list(one.values()) for one in rows])


def test_the_contact_is_gone_everywhere_and_terms_and_counts_stay(posting: Posting, sato: User) -> None:
    hired(posting, sato)
    ended(posting, sato, days=729)
    assert mask_contacts() == 0
    Posting.objects.update(closed_at=timezone.now() - timedelta(days=730))
    kept = {name: value for name, value in posting.versions.get().terms.items() if name not in CONTACT}
    assert mask_ended() == 1 and mask_contacts() == 1 and mask_contacts() == 0
    text = everything_about(posting)
    assert not [word for word in ("カナリア", "canary", "0456719999", "事務長") if word in text]
    after = posting.versions.get().terms
    assert {name: after[name] for name in kept} == kept
    posting.refresh_from_db()
    assert (posting.status, posting.hired_count) == ("closed", 1)
    assert addresses_of(posting) == [sato.email], "later letters reach the admins"
    assert Erasure.objects.count() == 2 and check() == []


def test_a_posting_that_goes_on_or_is_held_keeps_its_contact(
    posting: Posting, sato: User, okada: User
) -> None:
    assert not mask_contact(posting.pk)
    ended(posting, sato, days=800)
    hold(posting, reason="調べのため残します。", until=days_from_now(9), by=okada)
    assert mask_contacts() == 0
