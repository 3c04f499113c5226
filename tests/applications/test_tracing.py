"""The leak drill: from one line of a file of applicants to who took it, when, and who stands in it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from applications.models import Application, PersonalAccess
from applications.safekeeping.readings import readings_of
from facilities.models import Facility
from keynet.accounts.models import User
from tests.builders import make_application, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(sakura: Facility, sato: User, okada: User) -> list[Application]:
    posting = make_published(sakura, sato, okada)
    return [make_application(posting, email=f"{number}@seeker.example") for number in range(2)]


def taken_away(facility: Facility, by: User) -> tuple[str, list[str]]:
    """Return the file's name and its lines."""
    path = reverse("inbox:file_csv", args=[facility.public_id])
    answer = signed_in(by).post(path, {"reason": "11月の面接"})
    return answer["Content-Disposition"], answer.content.decode("utf-8-sig").splitlines()[1:]


def traced(line: str) -> str:
    words = StringIO()
    call_command("trace_file", line, stdout=words)
    return words.getvalue()


def test_one_leaked_line_names_its_file_and_everybody_in_it(
    people: list[Application], sakura: Facility, sato: User
) -> None:
    taken_away(sakura, sato)
    name, lines = taken_away(sakura, sato)
    file = PersonalAccess.objects.latest("pk").file
    assert file and file.number in name and all(file.number in line for line in lines)
    found = traced(lines[0])
    assert found.startswith(file.number) and found.count("taken by") == 1
    assert sato.email in found and "11月の面接" in found
    assert all(row.number in found for row in people) and "中村" not in found


def test_a_line_without_the_files_number_names_every_file_with_that_person(
    people: list[Application], sakura: Facility, sato: User, okada: User
) -> None:
    taken_away(sakura, sato)
    later = make_application(people[0].posting, email="later@seeker.example")
    taken_away(sakura, sato)
    assert traced(f"{people[0].number},中村 優子").count("taken by") == 2
    assert traced("later@seeker.example").count("taken by") == 1 and later.number
    assert traced("中村,090-1234-5678").count("taken by") == 2


@pytest.mark.parametrize("line", ["A-2611-999999", "nobody@seeker.example", "L-2001-000001", "中村"])
def test_a_line_of_no_file_is_said(
    people: list[Application], sakura: Facility, sato: User, line: str
) -> None:
    taken_away(sakura, sato)
    with pytest.raises(CommandError, match="No file"):
        traced(line)


def test_the_applicant_reads_that_a_list_was_taken_away(
    people: list[Application], sakura: Facility, sato: User
) -> None:
    taken_away(sakura, sato)
    later = make_application(people[0].posting, email="later@seeker.example")
    assert [organisation for organisation, _day in readings_of(people[0])] == [str(sakura)]
    assert readings_of(later) == []
