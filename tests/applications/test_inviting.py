"""Inviting to an interview more than once: a second one, or another day."""

import pytest
from django.test import Client

from applications.models import Application, Message
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from tests.applications.filling import INVITATION
from tests.applications.test_facility_inbox import text, url
from tests.builders import make_application, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(sakura: Facility, sato: User, okada: User) -> Application:
    return make_application(make_published(sakura, sato, okada))


def test_a_second_interview_or_another_day_is_a_mail_of_its_own(application: Application, sato: User) -> None:
    client = signed_in(sato)
    client.post(url("invite", application), {**INVITATION, "step": "send"})
    assert "面接をもう一度案内する" in text(client.get(url("application", application)))
    assert 'name="number" value="2"' in text(client.get(url("invite", application)))
    again = {**INVITATION, "number": "2", "when": "12月8日（火）15時"}
    assert "前の案内に続く" in text(client.post(url("invite", application), {**again, "step": "look"}))
    client.post(url("invite", application), {**again, "step": "send"})
    first, second = Letter.objects.filter(kind="applications.invited").order_by("created_at")
    assert "12月8日" in second.body and "前の案内に続く" in second.body and "前の案内に続く" not in first.body
    token = second.body.partition("/applications/")[2].partition("/")[0]
    shown = text(Client().get(f"/applications/{token}/"))
    assert "面接のご案内（2回目）" in shown and shown.index("12月8日") < shown.index("12月1日")
    assert Application.objects.get().status == "interview"


def test_an_invitation_pressed_twice_leaves_once(application: Application, sato: User) -> None:
    client = signed_in(sato)
    assert client.post(url("invite", application), {**INVITATION, "step": "send"}).status_code == 302
    assert client.post(url("invite", application), {**INVITATION, "step": "send"}).status_code == 409
    assert Letter.objects.filter(kind="applications.invited").count() == Message.objects.count() == 1
