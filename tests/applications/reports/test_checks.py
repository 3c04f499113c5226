"""受付処理状況 (F.10): each round of the office's check has its own clock, and the months add up."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from applications.reports import checks
from applications.reports.models import CheckRound
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.vocabulary.business_days import business_days_between, due_on, received_on
from keynet.vocabulary.japanese import JST
from postings.check import review
from postings.exports.business_days import BusinessDaysTaken
from postings.models import Posting, Review
from tests.applications.reports.taking import lines_of
from tests.builders import make_draft
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting(sakura: Facility, sato: User) -> Posting:
    posting = make_draft(sakura)
    posting.submit(by=sato)
    return posting


def decided(posting: Posting, received: str, answered: str, by: User, outcome: str = "confirmed") -> Review:
    received_at = datetime.fromisoformat(received).replace(tzinfo=JST)
    return Review.objects.create(
        posting=posting,
        outcome=outcome,
        received_at=received_at,
        due_on=due_on(received_at),
        decided_at=datetime.fromisoformat(answered).replace(tzinfo=JST),
        decided_by=by,
    )


def test_a_return_ends_a_round_and_handing_in_again_begins_a_new_one(
    posting: Posting, sato: User, okada: User, mori: User
) -> None:
    review.send_back(posting, by=okada, reasons={"wage_min": "直してください。"})
    posting.submit(by=sato)
    waiting, returned = lines_of(mori, "checks")
    assert (returned["結果"], returned["達成"], returned["差戻し回数"]) == ("差戻し", "はい", "1")
    assert returned["完了日時"] and returned["営業日数"] == "0"
    assert (waiting["結果"], waiting["完了日時"], waiting["達成"]) == ("", "", "")
    assert (waiting["差戻し回数"], waiting["期限"]) == ("1", f"{posting.due_on}")
    assert waiting["受付日時"] >= returned["完了日時"]
    assert {line["募集情報番号"] for line in (waiting, returned)} == {posting.number}
    assert "さくら" not in str(waiting) and okada.name not in str(returned)


@pytest.mark.parametrize(
    ("received", "answered"),
    [
        ("2026-09-18 10:00", "2026-09-25 18:00"),  # five days off in between
        ("2026-09-18 17:00", "2026-09-18 17:30"),
        ("2026-09-18 17:01", "2026-09-24 09:00"),
        ("2026-09-19 12:00", "2026-09-19 13:00"),  # answered on the Saturday of the receipt
        ("2026-12-28 09:00", "2027-01-05 23:59"),
        ("2021-07-20 09:00", "2021-07-28 00:10"),
    ],
)
def test_the_file_counts_business_days_as_the_promise_does(
    posting: Posting, okada: User, received: str, answered: str
) -> None:
    one = decided(posting, received, answered, okada)
    first, last = received_on(one.received_at), one.decided_at.astimezone(JST).date()
    taken = BusinessDaysTaken("received_at", "decided_at")
    said = Review.objects.filter(pk=one.pk).values_list(taken, flat=True).get()
    assert said == max(0, business_days_between(first, last))


def test_months_count_what_the_rounds_say(posting: Posting, okada: User, mori: User) -> None:
    decided(posting, "2026-09-01 10:00", "2026-09-03 23:00", okada)
    decided(posting, "2026-09-01 10:00", "2026-09-04 00:30", okada)
    decided(posting, "2026-09-30 23:30", "2026-10-02 09:00", okada, "returned")
    Posting.objects.update(submitted_at=datetime(2026, 10, 1, tzinfo=JST), due_on=date(2026, 10, 5))
    october, september = checks.months(checks.rounds_of(mori))
    assert september == checks.Month(date(2026, 9, 1), 3, 2, 1, 0, 1)
    assert october == checks.Month(date(2026, 10, 1), 1, 0, 1, 0, 0)
    assert october.rate == 0 and september.rate == pytest.approx(66.67, abs=0.01)
    both = checks.total([october, september])
    assert (both.received, both.kept, both.broken, both.returned) == (4, 2, 2, 1)
    kept = [line["達成"] for line in lines_of(mori, "checks")]
    assert sorted(kept) == ["いいえ", "いいえ", "はい", "はい"]


def test_the_page_shows_the_rate_and_leads_to_the_file_with_its_conditions(
    posting: Posting, okada: User, mori: User
) -> None:
    decided(posting, "2026-09-01 10:00", "2026-09-02 10:00", okada)
    client = signed_in(mori)
    shown = client.get("/ministry/reports/checks/?until=2026年9月30日").content.decode()
    assert "2026年9月" in shown and "100.0%" in shown
    assert "/ministry/exports/tables/checks/?until=2026" in shown
    away = client.get("/ministry/reports/checks/?prefecture=01").content.decode()
    assert "この条件の受付はありません" in away
    assert "まだ出ません" in client.get("/ministry/reports/checks/").content.decode()


def test_the_page_asks_the_same_for_one_round_and_for_many(posting: Posting, okada: User, mori: User) -> None:
    client = signed_in(mori)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get("/ministry/reports/checks/")
        return len(queries)

    few = asked()
    for _ in range(30):
        decided(posting, "2026-09-01 10:00", "2026-09-02 10:00", okada)
    assert asked() == few <= 12


def test_nobody_but_the_ministry_reads_rounds(posting: Posting, sato: User, okada: User, mori: User) -> None:
    assert CheckRound.objects.visible_to(mori).count() == 1
    for person in (sato, okada):
        assert not CheckRound.objects.visible_to(person).exists()
    assert timezone.localdate() <= CheckRound.objects.get().due_on
