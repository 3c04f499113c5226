"""Two people at the same moment, on real PostgreSQL: one acts, the other is told."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from keynet.outbox.models import Event
from postings.check import review
from postings.models import Posting
from postings.upkeep import drafting
from postings.upkeep.steps import publish
from tests.cast import appointed, make_user
from tests.postings.waiting import make_waiting, make_waiting_registration

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """Run the acts in threads that start together; return how each ended, sorted."""
    start, ends = Barrier(len(acts)), []

    def run(act: Callable[[], Any]) -> None:
        try:
            start.wait()
            act()
            ends.append("done")
        except NotNow:
            ends.append("not now")
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(ends)


def again(posting: Posting) -> Posting:
    """Return the row as another process reads it."""
    return Posting.objects.get(pk=posting.pk)


def test_two_officers_confirm_once(okada: User) -> None:
    posting = make_waiting_registration()
    other = appointed(make_user("ogawa@office.example", "小川 進"), "office")
    acts = [lambda by=by: review.confirm(again(posting), by=by) for by in (okada, other)]
    assert at_once(*acts) == ["done", "not now"]
    assert posting.reviews.count() == 1
    assert User.objects.filter(email="aoba@aoba.example").count() == 1
    assert posting.facility.memberships.count() == 1


def test_a_return_and_a_confirmation_at_once_leave_one_decision(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_waiting(sakura, sato)
    ends = at_once(
        lambda: review.confirm(again(posting), by=okada),
        lambda: review.send_back(again(posting), by=okada, reasons={"title": "短くしてください。"}),
    )
    assert ends == ["done", "not now"]
    assert (
        posting.reviews.get().outcome
        == {"checked": "confirmed", "returned": "returned"}[again(posting).status]
    )


def test_two_clicks_at_once_publish_once(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_waiting(sakura, sato)
    review.confirm(posting, by=okada)
    acts = [lambda: publish(again(posting), by=sato)] * 2
    assert at_once(*acts) == ["done", "not now"]
    assert Event.objects.about(posting).filter(name="posting.published").count() == 1
    assert posting.versions.count() == 1


def test_two_clicks_at_once_begin_one_draft(sakura: Facility) -> None:
    assert at_once(*[lambda: drafting.begin(sakura)] * 2) == ["done", "done"]
    assert sakura.postings.count() == 1
