"""A posting's way, without pages."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from keynet.outbox.models import Event
from postings.models import Posting
from tests.builders import make_draft, make_published

pytestmark = pytest.mark.django_db


def test_a_posting_goes_from_draft_to_published_and_closed(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    posting.close(by=sato, reason="filled")
    names = list(Event.objects.about(posting).values_list("name", flat=True))
    assert names == ["posting.submitted", "posting.checked", "posting.published", "posting.closed"]
    assert posting.versions.count() == 1


def test_a_facility_cannot_publish_an_unchecked_posting(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura)
    posting.submit(by=sato)
    with pytest.raises(NotNow):
        posting.publish(by=sato)


def test_the_office_never_publishes(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_draft(sakura)
    posting.submit(by=sato)
    posting.confirm(by=okada)
    with pytest.raises(PermissionDenied):
        posting.publish(by=okada)


def test_another_hospital_can_do_nothing(sakura: Facility, sato: User, suzuki: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    with pytest.raises(PermissionDenied):
        posting.pause(by=suzuki)
    assert not Posting.objects.visible_to(suzuki).exists()


@pytest.mark.parametrize(
    "field", ["duties", "duties_scope", "workplace_scope", "smoking", "probation", "wage_type"]
)
def test_the_database_refuses_to_hand_in_a_posting_without_a_legal_item(
    sakura: Facility, sato: User, field: str
) -> None:
    posting = make_draft(sakura, **{field: ""})
    with pytest.raises(IntegrityError), transaction.atomic():
        posting.submit(by=sato)
