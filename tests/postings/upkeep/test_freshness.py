"""的確表示: the facility is asked every 14 days; silence ends a posting, an answer of any kind keeps it (B.5)."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import MailedLink, User
from keynet.invariants import check
from keynet.outbox.letters import LETTER_KINDS
from keynet.outbox.models import Event, Letter
from postings.models import Posting
from postings.tasks import ask_and_end, remind_of_last_days
from postings.upkeep.todo import todos_of
from tests.builders import make_published
from tests.postings.upkeep.passing import Calendar

pytestmark = pytest.mark.django_db
PUBLISH_TO = date(2026, 12, 31)


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    return Calendar(monkeypatch)


@pytest.fixture
def posting(calendar: Calendar, sakura: Facility, sato: User, okada: User) -> Posting:
    posting = make_published(sakura, sato, okada, publish_to=PUBLISH_TO)
    calendar.send()
    return posting


def asked() -> list[Letter]:
    return list(Letter.objects.filter(kind="postings.still_true").order_by("period", "recipient"))


def link_in(letter: Letter) -> str:
    found = re.search(r"/postings/current/[^/\s]+/", letter.body)
    assert found
    return found[0]


def test_the_facility_is_asked_on_the_fourteenth_day_and_once(calendar: Calendar, posting: Posting) -> None:
    calendar.pass_days(13)
    assert ask_and_end() == 0
    calendar.pass_days(1)
    assert (ask_and_end(), ask_and_end()) == (1, 0)
    assert [letter.recipient for letter in asked()] == ["saiyo@sakura.example", "sato@sakura.example"]
    assert "2026年12月14日（月）を過ぎてから自動で募集を終了します" in asked()[0].body
    assert link_in(asked()[0]) != link_in(asked()[1])


def test_two_silences_end_the_posting_and_everybody_hears_it(
    calendar: Calendar, posting: Posting, sakura: Facility
) -> None:
    for _ in range(2):
        calendar.pass_days(14)
        assert ask_and_end() == 1
        calendar.send()
    calendar.pass_days(13)
    assert ask_and_end() == 0
    calendar.pass_days(1)
    assert ask_and_end() == 1
    calendar.send()
    posting.refresh_from_db()
    assert (posting.status, posting.close_reason) == ("closed", "unconfirmed")
    assert Event.objects.about(posting).last().actor == "clock"
    told = Letter.objects.filter(kind="postings.ended").values_list("recipient", flat=True)
    assert sorted(told) == ["saiyo@sakura.example", "sato@sakura.example"]
    assert ask_and_end() == 0 and not check()


def test_a_machine_that_was_off_for_weeks_asks_once_and_ends_nothing(
    calendar: Calendar, posting: Posting
) -> None:
    calendar.pass_days(45)
    assert (ask_and_end(), ask_and_end()) == (1, 0)
    calendar.pass_days(1)
    assert len({letter.period for letter in asked()}) == 1


def test_silence_counts_from_letters_that_really_left(calendar: Calendar, posting: Posting) -> None:
    calendar.pass_days(14)
    ask_and_end()
    Letter.objects.filter(kind="postings.still_true").update(created_at=timezone.now())
    calendar.pass_days(20)
    assert ask_and_end() == 0, "the postman was away"
    calendar.send()
    calendar.pass_days(14)
    assert ask_and_end() == 1


def test_an_answer_by_link_renews_the_time_of_the_information(
    client: Client, calendar: Calendar, posting: Posting
) -> None:
    calendar.pass_days(14)
    ask_and_end()
    link = link_in(asked()[0])
    assert "最新です" in client.get(link).content.decode()
    posting.refresh_from_db()
    before = posting.terms_as_of
    assert client.post(f"{link}affirm/", follow=True).status_code == 200
    posting.refresh_from_db()
    assert before != posting.terms_as_of == timezone.now()
    assert Event.objects.about(posting).last().actor == f"link:posting:{posting.pk}"
    wanted = LETTER_KINDS["postings.still_true"].still_wanted
    assert wanted and not wanted(asked()[1]), "who has answered is not asked by the letter that still waits"
    calendar.pass_days(13)
    assert ask_and_end() == 0


def test_the_posting_is_ended_by_link_and_a_second_click_says_so(
    client: Client, calendar: Calendar, posting: Posting
) -> None:
    calendar.pass_days(14)
    ask_and_end()
    link = link_in(asked()[0])
    assert "終了の理由を選んでください" in client.post(f"{link}close/").content.decode()
    client.post(f"{link}close/", {"reason": "elsewhere"})
    posting.refresh_from_db()
    assert (posting.status, posting.close_reason) == ("closed", "elsewhere")
    assert "この募集は終了しています" in client.get(link).content.decode()
    assert client.post(f"{link}affirm/").status_code == 409
    MailedLink.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert client.get(link).status_code == 410
    assert client.get("/postings/current/unknown/").status_code == 404


def test_a_week_before_the_last_day_one_click_puts_it_off(
    client: Client, calendar: Calendar, posting: Posting
) -> None:
    calendar.now = calendar.now.replace(month=12, day=24)
    assert ask_and_end() == 0, "the reminder asks for the same look"
    assert (remind_of_last_days(), remind_of_last_days()) == (1, 0)
    letter = Letter.objects.filter(kind="postings.last_days").first()
    assert letter
    page = client.get(link_in(letter)).content.decode()
    assert "2027年1月31日（日）" in page
    client.post(f"{link_in(letter)}extend/")
    posting.refresh_from_db()
    assert (posting.publish_to, posting.version) == (date(2027, 1, 31), 2)
    wanted = LETTER_KINDS["postings.last_days"].still_wanted
    assert wanted and not wanted(letter)
    assert remind_of_last_days() == 0


def test_a_paused_posting_is_not_asked_about(calendar: Calendar, posting: Posting, sato: User) -> None:
    posting.pause(by=sato)
    calendar.pass_days(20)
    assert ask_and_end() == 0


def test_the_console_asks_too(calendar: Calendar, posting: Posting, sakura: Facility) -> None:
    assert todos_of(sakura) == []
    calendar.pass_days(14)
    [todo] = todos_of(sakura)
    assert "内容は最新ですか" in todo.words
