"""The facility's own report: its hires of a period, and those that Key-Net did not bring."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from applications.hiring import cancel_hire, hire
from applications.models import Hire
from applications.reports.afterwards import corrections_after
from applications.reports.models import OutsideHires, TrainingReport
from applications.reports.outside import report_outside
from applications.reports.reporting import correct, facts_of, report
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from postings.models import Posting
from postings.upkeep.todo import todos_of
from tests.applications.reports.test_training import hired_at
from tests.builders import days_from_now, make_application, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def hired(sakura: Facility, sato: User, okada: User) -> Hire:
    return hired_at(sakura, sato, okada)


def text(response: Any) -> str:
    return response.content.decode()


def test_a_facility_reports_whom_it_found_elsewhere_and_corrects_it(
    sakura: Facility, sato: User, suzuki: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    page = reverse("hires:outside", args=[sakura.public_id, posting.number])
    assert signed_in(sato).get(page).status_code == 404
    with pytest.raises(NotNow):
        report_outside(posting, by=sato, people={"own": 1})
    posting.close(by=sato, reason="elsewhere")
    assert any("ほかの方法で充足" in todo.words for todo in todos_of(sakura))
    client = signed_in(sato)
    assert "0から999" in text(client.post(page, {"own": "1000"})) or not OutsideHires.objects.exists()
    client.post(page, {"own": "２名", "hello_work": "1"})
    client.post(page, {"own": "3", "hello_work": ""})
    assert dict(OutsideHires.objects.filter(people__gt=0).values_list("way", "people")) == {"own": 3}
    assert not any("ほかの方法で充足" in todo.words for todo in todos_of(sakura))
    assert "3名" in text(client.get(reverse("hires:period", args=[sakura.public_id])))
    assert signed_in(suzuki).get(page).status_code == 404
    with pytest.raises(PermissionDenied):
        report_outside(posting, by=suzuki, people={"own": 1})


def test_the_hires_of_a_period_are_counted_and_taken_home(hired: Hire, sato: User, sakura: Facility) -> None:
    client = signed_in(sato)
    page = reverse("hires:period", args=[sakura.public_id])
    assert client.get(page).context["sums"]["people"] == 1
    long_ago = "since_y=2020&since_m=4&since_d=1&until_y=2021&until_m=3&until_d=31"
    assert client.get(f"{page}?{long_ago}").context["sums"]["people"] == 0
    assert client.get(f"{page}?since_y=x&since_m=13&since_d=99").status_code == 200
    file = client.get(reverse("hires:period_csv", args=[sakura.public_id]))
    lines = b"".join(file.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert hired.posting.number in lines and "中村" not in lines


def test_what_is_put_right_after_a_period_stays_in_it_and_is_marked(
    hired: Hire, sato: User, sakura: Facility, mori: User
) -> None:
    """A hire taken back, a training corrected and a number changed, a month after the month that was reported."""
    ended = Posting.objects.get(pk=hired.posting_id)
    other = make_application(ended, email="other@seeker.example")
    other.step("review", by=sato)
    other.offer(by=sato, stated_version=None)
    facts: dict[str, Any] = {"provider": "other", "name": "研修", "taken_on": days_from_now(-40), "hours": 2}
    day = days_from_now(0)
    undone = hire(other, by=sato, starts_on=day, licence_seen_on=day, licence_seen_by="事務長")
    reported = report(hired, by=sato, **facts)
    ended.refresh_from_db()
    ended.close(by=sato, reason="elsewhere")
    report_outside(ended, by=sato, people={"own": 2})
    long_ago = timezone.now() - timedelta(days=40)
    Hire.objects.update(hired_at=long_ago)
    TrainingReport.objects.update(reported_at=long_ago)
    OutsideHires.objects.update(reported_at=long_ago)

    cancel_hire(undone.application, by=sato, reason="就業せず")
    correct(hired, by=sato, reason="書き間違い", **{**facts_of(reported), "hours": 3})
    report_outside(ended, by=sato, people={"own": 0})

    first, last = days_from_now(-45), days_from_now(-35)
    query = "&".join(
        f"{name}_{part}={getattr(on, whole)}"
        for name, on in (("since", first), ("until", last))
        for part, whole in (("y", "year"), ("m", "month"), ("d", "day"))
    )
    found = signed_in(sato).get(f"{reverse('hires:period', args=[sakura.public_id])}?{query}")
    assert found.context["later"] == (1, 1, 1)
    assert found.context["sums"]["people"] == 1 and found.context["elsewhere_people"] == 0
    assert "期間のあとに訂正があります" in text(found) and "に2名から訂正" in text(found)
    assert corrections_after(sakura, first, days_from_now(0)) == (0, 0, 0)
