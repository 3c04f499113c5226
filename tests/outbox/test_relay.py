"""Events and their reactions."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction
from django.utils import timezone

from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.outbox.events import record
from keynet.outbox.models import Event
from tests.builders import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def someone(db: None) -> User:
    """A row that events are about."""
    return make_user("someone@example.jp")


def happened(someone: User, name: str = "test.happened") -> Event:
    with transaction.atomic():
        return record(name, subject=someone, actor="clock")


def test_every_reaction_runs_once(someone: User) -> None:
    seen: list[str] = []
    event = happened(someone)
    reactions = {"test.happened": [lambda e: seen.append("first"), lambda e: seen.append("second")]}
    assert relay.run(reactions) == 1
    assert relay.run(reactions) == 0
    event.refresh_from_db()
    assert event.handled_at
    assert seen == ["first", "second"]


def test_an_event_that_nobody_reacts_to_is_history(someone: User) -> None:
    happened(someone)
    assert relay.run({}) == 1


def test_a_failing_event_steps_aside_and_the_rest_goes_on(someone: User) -> None:
    def fail(event: Event) -> None:
        make_user("half@example.jp")
        raise ValueError("no")

    seen: list[int] = []
    bad, good = happened(someone, "test.bad"), happened(someone, "test.good")
    relay.run({"test.bad": [fail], "test.good": [lambda event: seen.append(event.pk)]})
    bad.refresh_from_db()
    assert seen == [good.pk]
    assert (bad.handled_at, bad.tries, bad.last_error) == (None, 1, "ValueError")
    assert not User.objects.filter(email="half@example.jp").exists()


def test_pauses_grow_up_to_an_hour(someone: User) -> None:
    event = happened(someone)
    pauses = []
    for _ in range(14):
        event.step_aside("no")
        pauses.append(round((event.next_try_at - timezone.now()).total_seconds()))
    assert pauses[:4] == [2, 4, 8, 16]
    assert pauses[-1] == 3600


def test_a_stepped_aside_event_comes_back_when_its_pause_is_over(someone: User) -> None:
    event = happened(someone)
    event.step_aside("no")
    assert relay.run({}) == 0
    Event.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
    assert relay.run({}) == 1


@pytest.mark.django_db(transaction=True)
def test_an_event_is_recorded_only_with_its_change() -> None:
    someone = make_user("someone@example.jp")
    with pytest.raises(RuntimeError):
        record("test.happened", subject=someone, actor="clock")


@pytest.mark.django_db(transaction=True)
def test_two_relays_never_handle_the_same_event() -> None:
    someone = make_user("someone@example.jp")
    for _ in range(60):
        happened(someone)
    seen: list[int] = []
    both = Barrier(2)

    def work() -> None:
        both.wait()
        relay.run({"test.happened": [lambda event: seen.append(event.pk)]})
        connection.close()

    relays = [Thread(target=work) for _ in range(2)]
    for one in relays:
        one.start()
    for one in relays:
        one.join()
    assert len(seen) == len(set(seen)) == 60
