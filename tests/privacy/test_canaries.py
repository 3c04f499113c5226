"""A word typed into every field is looked for everywhere after the masking: tables, letters, logs."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from applications.masking import mask_ended
from applications.models import Application, Inquiry
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from tests.applications.ending import ended
from tests.applications.filling import applied, ask_url, code_of, question
from tests.builders import make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
CANARY = "カナリア"
ADDRESS = "canary@seeker.example"
PHONE = "09098765432"
MARKS = (CANARY, ADDRESS, "canary", PHONE, "090-9876-5432")
TYPED = {
    "family_name": f"姓{CANARY}",
    "given_name": f"名{CANARY}",
    "family_kana": f"セイ{CANARY}",
    "given_kana": f"メイ{CANARY}",
    "email": ADDRESS,
    "phone": PHONE,
    "call_hours": f"夜{CANARY}",
    "city": f"市{CANARY}",
    "available": f"週{CANARY}",
    "training_history": f"研修{CANARY}",
    "message": f"志望{CANARY}",
}


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


def hits() -> list[str]:
    """Return every table and column in whose rows a mark stands; the database is asked, not the models."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public')"
        )
        found = []
        for table, column in cursor.fetchall():
            cursor.execute(
                f'SELECT count(*) FROM "{table}" WHERE "{column}"::text LIKE ANY(%s)',
                [[f"%{mark}%" for mark in MARKS]],
            )
            if cursor.fetchone()[0]:
                found.append(f"{table}.{column}")
    return found


def answered_by_the_facility(application: Application, client: Client) -> None:
    """The facility writes about the person everywhere it can: message, note, refusal or result."""
    one = [application.posting.facility.public_id, application.public_id]
    client.get(reverse("inbox:application", args=one))
    client.post(reverse("inbox:review", args=one))
    client.post(reverse("inbox:messages", args=one), {"submission_id": str(uuid4()), "text": f"連絡{CANARY}"})
    client.post(reverse("inbox:note", args=one), {"submission_id": str(uuid4()), "text": f"メモ{CANARY}"})
    sent = {"text": f"結果{CANARY}", "reason": "other", "detail": f"理由{CANARY}", "step": "send"}
    client.post(reverse("inbox:not_select", args=one), sent)


def test_after_the_masking_nothing_that_was_typed_is_found_anywhere(
    sakura: Facility, sato: User, okada: User, logged: pytest.LogCaptureFixture
) -> None:
    posting = make_published(sakura, sato, okada)
    application, _page = applied(posting, None, **TYPED)
    seeker = Client()
    page = seeker.post(ask_url(posting), question(name=f"名{CANARY}", text=f"問{CANARY}", email=ADDRESS))[
        "Location"
    ]
    inquiry = Inquiry.objects.latest("pk")
    seeker.post(f"{page}prove/", {"code": code_of(inquiry)})
    answered_by_the_facility(application, signed_in(sato))
    inquiry.refresh_from_db()
    inquiry.reply(f"答{CANARY}", by=sato)
    relay.run(REACTIONS)

    columns = hits()
    assert {
        "applications_application.family_name",
        "applications_inquiry.text",
        "outbox_letter.recipient",
    } <= set(columns)
    assert any(column.startswith("applications_threadmessage") for column in columns), (
        "the thread was typed into"
    )

    ended(posting, sato, days=200)
    Inquiry.objects.update(answered_at=timezone.now() - timedelta(days=100))
    Letter.objects.filter(status="pending").update(status="sent", sent_at=timezone.now())
    assert mask_ended() == 2
    assert hits() == []
    assert not [mark for mark in MARKS if mark in logged.text]
