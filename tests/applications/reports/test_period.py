"""The facility's own report: its hires of a period, and those that Key-Net did not bring."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from applications.models import Hire
from applications.reports.models import OutsideHires
from applications.reports.outside import report_outside
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from postings.upkeep.todo import todos_of
from tests.applications.reports.test_training import hired_at
from tests.builders import make_published
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
