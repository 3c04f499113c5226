"""今日すること: each line leads to a list of exactly the people it counted, and nobody is called late who is not."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from applications import answering, refusing
from applications.models import Application, Side
from applications.talking.writing import mark_read, write
from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from tests.applications.test_facility_inbox import text, url
from tests.builders import applicant_of, make_application
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
LINE = re.compile(r"<li><span>([^<]*?(\d+)[件名][^<]*)</span><a [^>]*href=\"([^\"]+)\"")
ROW = re.compile(r"<tr[ >].*?</tr>", re.S)
LATE = "3営業日を過ぎています"


@pytest.fixture
def people(posting: Posting, sato: User) -> dict[str, Application]:
    """Six who have waited for three weeks, five of whom are not simply waiting any more."""
    names = ("late", "read", "refused", "directed", "offered", "accepted")
    rows = {name: make_application(posting, email=f"{name}@seeker.example") for name in names}
    for name in ("read", "offered", "accepted"):
        rows[name].step("review", by=sato)
    for name in ("offered", "accepted"):
        answering.offer(rows[name], by=sato, text="内定です。")
    Application.objects.filter(pk=rows["accepted"].pk).update(accepted_at=timezone.now())
    refusing.refuse(rows["refused"], by=sato, text="今回は見送ります。", reason="times")
    Application.objects.filter(pk=rows["directed"].pk).update(direct_selection_on=timezone.localdate())
    Application.objects.update(moved_at=timezone.now() - timedelta(days=21))
    return rows


@pytest.fixture
def clerk(sato: User) -> Client:
    return signed_in(sato)


def inbox(facility: Facility) -> str:
    return reverse("inbox:applications", args=[facility.public_id])


def test_every_line_counts_who_is_in_its_list_and_waits(
    people: dict[str, Application], clerk: Client, sakura: Facility
) -> None:
    lines = LINE.findall(text(clerk.get(inbox(sakura))))
    counts = {address.partition("status=")[2]: int(number) for _, number, address in lines}
    assert counts == {"late": 2, "submitted": 1, "reviewing": 1, "offered": 1, "directed": 1, "refused": 1}
    for status in ("late", "directed", "refused"):
        found = clerk.get(f"{inbox(sakura)}?status={status}").context["page"].paginator.count
        assert found == counts[status]


def test_whoever_is_refused_or_selected_elsewhere_is_not_late(
    people: dict[str, Application], clerk: Client, sakura: Facility
) -> None:
    late = [row for row in ROW.findall(text(clerk.get(inbox(sakura)))) if LATE in row]
    assert sorted(
        number for number in (row.number for row in people.values()) if number in "".join(late)
    ) == sorted(people[name].number for name in ("late", "read"))
    for name, is_late in {"late": True, "refused": False, "directed": False}.items():
        assert (LATE in text(clerk.get(url("application", people[name])))) is is_late


def test_all_who_can_be_answered_are_picked_without_a_script(
    people: dict[str, Application], clerk: Client, sakura: Facility
) -> None:
    page = text(clerk.get(f"{inbox(sakura)}?pick=all"))
    assert page.count(" checked>") == len(people) - 1, "a refusal that waits is called back first"
    assert text(clerk.get(inbox(sakura))).count(" checked>") == 0


def test_name_and_number_stand_where_one_decides(people: dict[str, Application], clerk: Client) -> None:
    page = text(clerk.get(url("application", people["late"])))
    assert page.index("次にすること") < page.index("連絡先"), "on a phone the next step comes first"
    heading, verbs = page.partition("</h1>")[0], page.partition('id="todo"')[2].partition("</section>")[0]
    assert all("中村 優子" in part and people["late"].number in part for part in (heading, verbs))


def test_messages_that_nobody_has_read_are_a_line_and_a_list(
    application: Application, posting: Posting, clerk: Client, sakura: Facility, sato: User
) -> None:
    make_application(posting, email="silent@seeker.example")
    write(application, Side.APPLICANT, by=applicant_of(application), text="駐車場は？", submission_id=uuid4())
    assert "読んでいないメッセージのある応募が1件あります" in text(clerk.get(inbox(sakura)))
    found = clerk.get(f"{inbox(sakura)}?status=unread").context["page"].object_list
    assert [row.number for row in found] == [application.number]
    mark_read(application, Side.FACILITY, by=sato)
    assert "読んでいないメッセージ" not in text(clerk.get(reverse("facility:home", args=[sakura.public_id])))
