"""The morning's letters: what is in them, when they are written, and that nothing is told twice or lost."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox import postman
from keynet.outbox.letters import put_out
from keynet.outbox.models import Letter
from keynet.vocabulary.japanese import JST
from postings.alerts.conditions import digest
from postings.alerts.conditions.timetable import last_closing, letter_day
from postings.alerts.models import SavedCondition
from postings.models import Posting
from tests.builders import make_published
from tests.postings.alerts.subscribers import NAKAMURA, digests, owner_of, save_condition, titles_in

pytestmark = pytest.mark.django_db
Publish = Callable[..., Posting]


@pytest.fixture
def publish(sakura: Facility, sato: User, okada: User) -> Publish:
    """Return a function that gives a posting published so many hours before the last closing."""

    def publish_before(hours: float = 1, **changes: Any) -> Posting:
        posting = make_published(sakura, sato, okada, **changes)
        published_at = last_closing("daily", timezone.now()) - timedelta(hours=hours)
        Posting.objects.filter(pk=posting.pk).update(published_at=published_at)
        posting.refresh_from_db()
        Letter.objects.all().delete()
        return posting

    return publish_before


def test_one_letter_tells_everything_new_with_its_reasons_the_newest_first(publish: Publish) -> None:
    publish(3, title="外来の看護師")
    publish(1, title="病棟の看護師", work_prefecture="13", work_city="港区")
    publish(2, title="薬剤師", occupation="pharmacist", licence="薬剤師免許", shift_pattern="")
    condition = save_condition("occ=nurse&pref=14")
    save_condition("occ=nurse")
    (letter,) = digests()
    assert letter.heading == "【Key-Net】新しい求人 2件（条件お知らせ）"
    assert titles_in(letter) == ["病棟の看護師", "外来の看護師"]
    assert "お知らせする理由：「看護師」の条件に合う求人です" in letter.body
    assert "お知らせする理由：「看護師、神奈川県」「看護師」の条件に合う求人です" in letter.body
    assert "条件：看護師（新しい求人 2件）" in letter.body and "/postings/nurse/14/" in letter.body
    assert letter.recipient == NAKAMURA and letter.stop_url and letter.stop_url in letter.body
    assert f"/alerts/{owner_of(condition).pk}~" in letter.body


def test_nothing_is_told_twice_and_silence_when_nothing_is_new(publish: Publish) -> None:
    publish()
    save_condition()
    assert len(digests()) == 1
    assert len(digests()) == 1
    SavedCondition.objects.update(told_until=timezone.now() - timedelta(days=2))
    Posting.objects.update(published_at=timezone.now() - timedelta(days=3))
    Letter.objects.all().delete()
    assert digests() == []
    assert SavedCondition.objects.get().told_until == last_closing("daily", timezone.now())


def test_what_ended_or_pauses_is_left_out(publish: Publish, sato: User) -> None:
    publish(1, title="終わる募集").close(by=sato, reason="filled")
    publish(2, title="休む募集").pause(by=sato)
    publish(3, title="続く募集")
    save_condition()
    (letter,) = digests()
    assert titles_in(letter) == ["続く募集"]


def test_a_letter_stays_here_when_all_it_tells_has_ended_before_it_left(publish: Publish, sato: User) -> None:
    posting = publish()
    save_condition()
    (letter,) = digests()
    posting.close(by=sato, reason="filled")
    postman.deliver()
    letter.refresh_from_db()
    assert letter.status == "suppressed"


def test_a_paused_condition_brings_nothing_and_a_resumed_one_only_what_follows(publish: Publish) -> None:
    publish()
    condition = save_condition()
    condition.pause(by=owner_of(condition).holder)
    assert digests() == []
    condition.resume(by=owner_of(condition).holder)
    assert digests() == []


def test_a_hidden_facility_stays_hidden(publish: Publish) -> None:
    publish(name_visibility="hidden")
    save_condition()
    (letter,) = digests()
    assert "さくら病院" not in letter.body and "施設名は非公開です" in letter.body


def test_a_letter_shows_twenty_and_leads_to_all(publish: Publish) -> None:
    first = publish()
    copies = [Posting(**{**_columns(first), "title": f"求人{n}"}) for n in range(25)]
    Posting.objects.bulk_create(copies)
    save_condition()
    (letter,) = digests()
    assert len(titles_in(letter)) == 20
    assert "新しい求人 26件" in letter.heading and "ほかに6件あります" in letter.body


def _columns(posting: Posting) -> dict[str, Any]:
    return {
        field.attname: getattr(posting, field.attname)
        for field in Posting._meta.concrete_fields
        if field.name not in ("id", "registration")
    }


def test_a_weekly_condition_waits_for_monday(publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    wednesday = datetime(2026, 11, 18, 9, tzinfo=JST)
    condition = save_condition(frequency="weekly")
    told = datetime(2026, 11, 16, 6, 50, tzinfo=JST)
    SavedCondition.objects.update(told_until=told)
    posting = publish()
    Posting.objects.filter(pk=posting.pk).update(published_at=wednesday - timedelta(days=1))
    for day, letters in ((wednesday, 0), (datetime(2026, 11, 22, 9, tzinfo=JST), 0)):
        monkeypatch.setattr("django.utils.timezone.now", lambda day=day: day)
        assert len(digests()) == letters
    # Off on Monday: the letter of the week goes on Tuesday.
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2026, 11, 24, 9, tzinfo=JST))
    assert len(digests()) == 1
    condition.refresh_from_db()
    assert condition.told_until == datetime(2026, 11, 23, 6, 50, tzinfo=JST)


def test_a_round_that_dies_in_the_middle_goes_on_without_loss_or_double(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    for number in range(5):
        save_condition(address=f"seeker{number}@seeker.example")
    monkeypatch.setattr(digest, "BATCH", 2)
    batches: list[list[Letter]] = []

    def die_after_the_letters_of_the_second_batch(letters: list[Letter]) -> None:
        put_out(letters)
        batches.append(letters)
        if len(batches) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(digest, "put_out", die_after_the_letters_of_the_second_batch)
    with pytest.raises(KeyboardInterrupt):
        digest.write_digests()
    monkeypatch.setattr(digest, "put_out", put_out)
    told = [letter.recipient for letter in digests()]
    assert sorted(told) == [f"seeker{number}@seeker.example" for number in range(5)]


def test_a_round_ends_with_its_time_and_the_next_one_goes_on(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    for number in range(3):
        save_condition(address=f"seeker{number}@seeker.example")
    monkeypatch.setattr(digest, "BATCH", 1)
    assert digest.write_digests(seconds=0) == 0
    ticks = iter([0.0, 1.0, 2.0, 50.0])
    monkeypatch.setattr(f"{digest.__name__}.time", SimpleNamespace(monotonic=lambda: next(ticks)))
    assert digest.write_digests(seconds=40) == 2
    monkeypatch.undo()
    assert digest.write_digests() == 1


def test_many_conditions_cost_as_many_queries_as_few(
    publish: Publish, django_assert_max_num_queries: Any
) -> None:
    publish()
    for number in range(12):
        save_condition("pref=14&q=病棟", address=f"seeker{number}@seeker.example")
    with django_assert_max_num_queries(16):
        assert digest.write_digests() == 12


@pytest.mark.parametrize(
    ("published", "frequency", "day"),
    [
        ("2026-11-18 06:50", "daily", date(2026, 11, 18)),
        ("2026-11-18 06:51", "daily", date(2026, 11, 19)),
        ("2026-11-18 12:00", "weekly", date(2026, 11, 23)),
        ("2026-11-23 06:50", "weekly", date(2026, 11, 23)),
        ("2026-11-23 07:00", "weekly", date(2026, 11, 30)),
    ],
)
def test_a_posting_is_told_in_the_letter_after_its_publication(
    published: str, frequency: str, day: date
) -> None:
    moment = datetime.strptime(published, "%Y-%m-%d %H:%M").replace(tzinfo=JST)
    assert letter_day(moment, frequency) == day
    assert last_closing(frequency, datetime.combine(day, datetime.max.time(), tzinfo=JST)).date() == day
