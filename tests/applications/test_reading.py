"""Every reading of an applicant's data by staff is one row, in the transaction of the reading."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils import timezone

from applications import reading
from applications.models import Application, PersonalAccess
from applications.models.personal_access import Page
from facilities.models import Facility
from keynet.accounts.models import User
from tests.access.oracle import rules
from tests.access.world import SECRET, World, world  # noqa: F401  (the fixture)
from tests.builders import make_application, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
LISTS = {"inbox:inquiries"}  # a question's text without its asker


@pytest.fixture
def application(sakura: Facility, sato: User, okada: User) -> Application:
    return make_application(make_published(sakura, sato, okada))


def page_url(application: Application) -> str:
    return f"/facility/{application.posting.facility.public_id}/applications/{application.public_id}/"


def test_every_page_that_shows_a_person_is_one_row_and_no_other_page_is(world: World) -> None:  # noqa: F811
    shown = set()
    for rule in rules():
        if "GET" not in rule.methods:
            continue
        for who in ("sato", "okada", "mori"):
            before = PersonalAccess.objects.count()
            answer = signed_in(world.people[who]).get(world.address(rule))
            body = answer.getvalue() if answer.streaming else answer.content
            is_shown = answer.status_code == 200 and SECRET in body.decode("utf-8", "replace")
            written = PersonalAccess.objects.count() - before
            if is_shown and rule.name not in LISTS:
                shown.add(rule.name)
                assert written == 1, rule.name
            assert written <= (answer.status_code == 200), rule.name
    assert {"inbox:application", "inbox:inquiry"} <= shown


def test_the_row_says_who_for_whom_which_page_and_whose(application: Application, sato: User) -> None:
    signed_in(sato).get(page_url(application))
    row = PersonalAccess.objects.get()
    assert (row.actor, row.facility, row.body) == (sato, application.posting.facility, "facility")
    assert (row.page, row.application, row.inquiry, row.rows, row.reason) == (
        Page.APPLICATION,
        application,
        None,
        1,
        "",
    )


def test_the_mail_shown_before_it_goes_is_a_reading_and_the_sending_is_not(
    application: Application, sato: User
) -> None:
    client = signed_in(sato)
    client.post(f"{page_url(application)}review/")
    assert not PersonalAccess.objects.exists()
    client.get(f"{page_url(application)}not-select/")
    assert PersonalAccess.objects.get().page == Page.ANSWER


def test_nobody_reads_when_the_log_cannot_be_written(
    application: Application, sato: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_facts: Any) -> None:
        raise IntegrityError("the disk is full")

    monkeypatch.setattr(PersonalAccess.objects, "create", full)
    client = signed_in(sato)
    client.raise_request_exception = False
    answer = client.get(page_url(application))
    assert answer.status_code == 500 and "中村" not in answer.content.decode()


def test_strangers_leave_no_row(application: Application, suzuki: User, okada: User) -> None:
    for client in (signed_in(suzuki), signed_in(okada), Client()):
        assert client.get(page_url(application)).status_code in (302, 404)
    assert not PersonalAccess.objects.exists()


# --- a marked view writes nothing else, and an unmarked one shows nobody
@reading.reads_personal_data(Page.APPLICATION)
def writing(request: HttpRequest) -> HttpResponse:
    """Stand for a page that shows a person and writes something else, too."""
    found = Application.objects.latest("pk")
    reading.note(request, found)
    Application.objects.update(city="書き換え")
    return HttpResponse("")


def unmarked(request: HttpRequest) -> HttpResponse:
    """Stand for a page whose author forgot the mark."""
    reading.note(request, Application.objects.latest("pk"))
    return HttpResponse("")


@reading.reads_personal_data(Page.APPLICATION)
def silent(request: HttpRequest) -> HttpResponse:
    """Stand for a marked page that does not say whom it shows."""
    return HttpResponse("")


urlpatterns = [
    path("account/home/writing/", writing),
    path("account/home/unmarked/", unmarked),
    path("account/home/silent/", silent),
]


@pytest.fixture
def broken_pages(settings: Any) -> Iterator[None]:
    settings.ROOT_URLCONF = __name__
    yield


@pytest.mark.usefixtures("broken_pages")
def test_postgresql_refuses_anything_but_the_log_row(application: Application, sato: User) -> None:
    with pytest.raises(Exception, match="read-only transaction"):
        signed_in(sato).get("/account/home/writing/")
    assert not Application.objects.filter(city="書き換え").exists()
    assert not PersonalAccess.objects.exists()


@pytest.mark.usefixtures("broken_pages")
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("page", ["unmarked", "silent"])
def test_a_page_whose_reading_nobody_would_know_of_is_refused(
    application: Application, sato: User, page: str, method: str
) -> None:
    with pytest.raises(reading.NotLogged):
        getattr(signed_in(sato), method)(f"/account/home/{page}/")


# --- the log stays as it was written
def test_no_code_changes_or_removes_a_row_before_three_years(application: Application, sato: User) -> None:
    signed_in(sato).get(page_url(application))
    rows = PersonalAccess.objects.all()
    for tamper in (lambda: rows.update(rows=2), rows.delete):
        with pytest.raises(IntegrityError, match="only written"), transaction.atomic():
            tamper()
    rows.get()


def test_nobody_empties_the_log(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE applications_personalaccess ENABLE TRIGGER personal_access_not_emptied")
        with pytest.raises(IntegrityError, match="only written"), transaction.atomic():
            cursor.execute("TRUNCATE applications_personalaccess CASCADE")


def test_after_three_years_a_row_may_go(application: Application, sato: User) -> None:
    long_ago = timezone.now() - timedelta(days=3 * 366)
    PersonalAccess.objects.create(
        at=long_ago,
        actor=sato,
        body="facility",
        facility=application.posting.facility,
        page=Page.APPLICATION,
        application=application,
    )
    assert PersonalAccess.objects.all().delete()[0] == 1
