"""The facility's own steps: beginning, copying, handing in, publishing, and the end by the calendar."""

from datetime import timedelta

import pytest
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from keynet.outbox.models import Event
from postings.models import Posting
from postings.upkeep import drafting
from postings.upkeep.expiry import close_expired
from postings.upkeep.progress import ANSWERING, ENDING, PUBLISHING, step_of
from postings.upkeep.steps import Incomplete, hand_in, publish
from tests.builders import make_draft, make_published
from tests.postings.waiting import make_waiting

pytestmark = pytest.mark.django_db


def test_a_new_draft_has_the_habits_of_the_last_posting(sakura: Facility) -> None:
    make_draft(sakura, childcare="on_site")
    draft = drafting.begin(sakura)
    assert (draft.childcare, draft.contact_email, draft.title) == ("on_site", "saiyo@sakura.example", "")
    assert draft.status == "draft"


def test_a_second_click_opens_the_same_draft(sakura: Facility) -> None:
    assert drafting.begin(sakura) == drafting.begin(sakura)


def test_a_copy_asks_anew_for_dates_and_pledge(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    posting.close(by=sato, reason="filled")
    draft = drafting.copy(posting, to=posting.facility)
    assert (draft.title, draft.wage_min) == (posting.title, posting.wage_min)
    assert (draft.publish_to, draft.contract_from, draft.training_pledge) == (None, None, False)
    assert (draft.status, draft.hired_count, draft.published_at) == ("draft", 0, None)
    assert drafting.copy(posting, to=posting.facility) == draft


def test_a_whole_posting_is_handed_in(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura)
    hand_in(posting, by=sato)
    assert posting.status == "submitted"
    with pytest.raises(NotNow):
        hand_in(posting, by=sato)


def test_a_posting_with_a_gap_stays_with_the_facility(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura, duties_scope="")
    with pytest.raises(Incomplete) as refused:
        hand_in(posting, by=sato)
    assert "duties_scope" in refused.value.gaps["work"]
    posting.refresh_from_db()
    assert posting.status == "draft"


def test_a_posting_whose_last_day_has_passed_is_not_published(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_waiting(sakura, sato)
    posting.confirm(by=okada)
    Posting.objects.filter(pk=posting.pk).update(publish_to=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Incomplete):
        publish(posting, by=sato)


def test_the_clock_closes_what_is_over_and_nothing_else(sakura: Facility, sato: User, okada: User) -> None:
    over, paused, today = (make_published(sakura, sato, okada) for _ in range(3))
    paused.pause(by=sato)
    yesterday = timezone.localdate() - timedelta(days=1)
    Posting.objects.filter(pk__in=(over.pk, paused.pk)).update(publish_to=yesterday)
    Posting.objects.filter(pk=today.pk).update(publish_to=timezone.localdate())
    assert close_expired() == 2
    assert close_expired() == 0
    for posting in (over, paused, today):
        posting.refresh_from_db()
    assert (over.status, over.close_reason, paused.status, today.status) == (
        "closed",
        "expired",
        "closed",
        "published",
    )
    assert Event.objects.about(over).last().actor == "clock"


def test_the_way_of_a_facility_is_read_from_its_postings(sakura: Facility, sato: User, okada: User) -> None:
    assert step_of(sakura) == PUBLISHING
    posting = make_published(sakura, sato, okada)
    assert step_of(sakura) == ANSWERING
    posting.close(by=sato, reason="filled")
    assert step_of(sakura) == ENDING
    make_draft(sakura)
    assert step_of(sakura) == PUBLISHING
