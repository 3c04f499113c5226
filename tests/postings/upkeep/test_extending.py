"""The last day may be moved, never beyond the end of the month after next."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import LinkHolder, NotNow
from postings.forms.intake import last_publish_day
from postings.models import Posting
from postings.upkeep.expiry import close_expired
from postings.upkeep.extending import extend, next_last_day
from tests.builders import days_from_now, make_published
from tests.cast import signed_in
from tests.postings.views.pages import path, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada)


def test_the_last_day_moves_within_the_limit(posting: Posting, sato: User) -> None:
    last = last_publish_day(timezone.localdate())
    extend(posting, last, by=sato)
    assert (posting.publish_to, posting.version) == (last, 2)
    assert next_last_day(posting) is None
    for day in (last + timedelta(days=1), days_from_now(-1)):
        with pytest.raises(ValidationError):
            extend(posting, day, by=sato)
    extend(posting, last, by=sato)
    assert posting.versions.count() == 2, "the same day again is no version"


def test_only_the_facility_and_its_own_link_move_it(posting: Posting, suzuki: User, okada: User) -> None:
    for stranger in (suzuki, okada, LinkHolder("posting:999999")):
        with pytest.raises(PermissionDenied):
            extend(posting, days_from_now(3), by=stranger)
    extend(posting, days_from_now(3), by=LinkHolder(f"posting:{posting.pk}"))
    assert posting.publish_to == days_from_now(3)


def test_an_ended_posting_is_not_prolonged(posting: Posting, sato: User) -> None:
    posting.close(by=sato, reason="filled")
    with pytest.raises(NotNow):
        extend(posting, days_from_now(3), by=sato)


def test_the_page_takes_a_day_and_says_which_days_there_are(posting: Posting, sato: User) -> None:
    client, day = signed_in(sato), days_from_now(40)
    asked = {"until_y": day.year, "until_m": day.month, "until_d": day.day}
    client.post(path(posting, "extend/"), asked)
    posting.refresh_from_db()
    assert posting.publish_to == day
    refused = client.post(path(posting, "extend/"), {**asked, "until_y": day.year + 1}).content.decode()
    assert "までの日付にしてください" in refused
    client.post(path(posting, "affirm/"))
    assert "内容が最新であることを確認しました" in text(client, path(posting))


def test_a_suspended_posting_ends_with_its_last_day_and_stays_hidden(
    posting: Posting, sato: User, okada: User
) -> None:
    posting.suspend(by=okada, reason="賃金が実際と違うため")
    Posting.objects.filter(pk=posting.pk).update(publish_to=date(2026, 1, 1))
    assert (close_expired(), close_expired()) == (1, 0)
    posting.refresh_from_db()
    assert (posting.status, posting.close_reason) == ("closed", "expired")
    assert posting.public_label == "" and not Posting.objects.public().exists()
    assert signed_in(sato).get(posting.get_absolute_url()).status_code == 404
