"""The flag 「緊急の募集」: the office's alone, with an end."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from keynet.outbox.models import Event
from postings.check.urgency import flag_urgent, unflag_urgent
from tests.builders import make_published
from tests.cast import signed_in
from tests.postings.waiting import make_waiting

pytestmark = pytest.mark.django_db


def test_the_office_marks_a_posting_as_urgent_for_some_days(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    client = signed_in(okada)
    here = f"/office/postings/{posting.number}/"
    assert "この募集を緊急の募集にする" in client.get(here).content.decode()
    page = client.post(f"{here}flag-urgent/", {"urgent-days": "14"}, follow=True).content.decode()
    posting.refresh_from_db()
    assert posting.urgent_until and posting.urgent_until <= timezone.now() + timedelta(days=14)
    assert "緊急の募集にしました（14日間）" in page and "緊急の募集を解除する" in page
    assert "緊急の募集" in client.get(posting.get_absolute_url()).content.decode()


def test_the_office_takes_the_mark_off_once(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    flag_urgent(posting, days=3, by=okada)
    path = f"/office/postings/{posting.number}/unflag-urgent/"
    assert [signed_in(okada).post(path).status_code for _ in range(2)] == [302, 409]
    posting.refresh_from_db()
    assert not posting.is_urgent
    assert Event.objects.about(posting).filter(name="posting.unflagged_urgent").count() == 1


@pytest.mark.parametrize("days", ["", "0", "15"])
def test_an_urgent_posting_always_has_an_end_within_14_days(
    sakura: Facility, sato: User, okada: User, days: str
) -> None:
    posting = make_published(sakura, sato, okada)
    path = f"/office/postings/{posting.number}/flag-urgent/"
    assert signed_in(okada).post(path, {"urgent-days": days}).status_code == 200
    with pytest.raises(ValueError, match="urgent for"):
        flag_urgent(posting, days=int(days or 15), by=okada)
    posting.refresh_from_db()
    assert posting.urgent_until is None


def test_a_facility_cannot_mark_its_posting_as_urgent(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    with pytest.raises(PermissionDenied):
        flag_urgent(posting, days=3, by=sato)
    with pytest.raises(PermissionDenied):
        unflag_urgent(posting, by=sato)


def test_only_a_public_posting_can_be_urgent(sakura: Facility, sato: User, okada: User) -> None:
    with pytest.raises(NotNow):
        flag_urgent(make_waiting(sakura, sato), days=3, by=okada)
    paused = make_published(sakura, sato, okada)
    paused.pause(by=sato)
    with pytest.raises(NotNow):
        flag_urgent(paused, days=3, by=okada)
