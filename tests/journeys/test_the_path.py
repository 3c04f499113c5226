"""The whole path of the README's table, lived by the people who walk it."""

from pathlib import Path

import pytest
from django.core.management import call_command

from keynet.accounts.models import User
from tests.alerts import make_desk, make_recruiter
from tests.journeys import (
    steps_ministry,
    steps_office,
    steps_posting,
    steps_registration,
    steps_seeker,
    steps_selection,
)
from tests.journeys.conftest import Visit
from tests.journeys.post_office import PostOffice

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def place(okada: User, tmp_path: Path) -> None:
    """An installation with its desks, a national list of three, and three addresses that want to know."""
    call_command("load_reference", verbosity=0)
    steps_registration.import_institutions(tmp_path)
    make_desk("prefectural_office", "14", steps_posting.PREFECTURE)
    make_desk("nurse_center", "14", steps_posting.CENTER)
    make_recruiter(okada, steps_posting.RECRUITER, occupations=["nurse"], prefectures=["14"])


def test_a_hospital_finds_a_nurse(
    place: None, visit: Visit, post_office: PostOffice, okada: User, mori: User
) -> None:
    office, clerk, nakamura = visit(okada), visit(), visit(phone=True, javascript=False)
    steps_registration.register(visit, post_office)
    steps_office.send_back(office)
    steps_registration.correct(visit, post_office)
    steps_office.confirm(office)
    steps_posting.log_in_first(clerk, post_office)
    number = steps_posting.publish(clerk)
    steps_posting.everyone_is_told_once(post_office, number)
    steps_seeker.search(nakamura)
    steps_seeker.apply(nakamura, post_office)
    steps_selection.invite(clerk, post_office)
    steps_selection.offer(clerk, post_office)
    steps_seeker.accept(nakamura, post_office)
    steps_selection.hire(clerk, post_office)
    steps_posting.report_training(clerk)
    steps_posting.end_when_filled(clerk)
    steps_posting.everyone_is_told_of_the_end(post_office, number)
    steps_ministry.count(visit(mori), number)
    steps_seeker.finds_it_closed(nakamura, number)
