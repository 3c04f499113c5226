"""The kinds of letter and how one is written."""

import pytest
from django.db import IntegrityError, transaction
from django.template import Engine

from keynet.accounts.models import User
from keynet.outbox.letters import LETTER_KINDS, compose, send_again, write_letter
from keynet.outbox.models import Event, Letter
from postings.alerts.letters import INVITATION
from postings.alerts.models import Recruiter
from tests.builders import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def someone(db: None) -> User:
    """A row that letters are about."""
    return make_user("someone@example.jp")


def write(about: User, **fields: str) -> bool:
    context = {"recruiter": Recruiter(company="見本"), "url": "https://x.example/", "days": 14}
    return write_letter(
        INVITATION, about=about, to=fields.pop("to", "a@example.jp"), context=context, **fields
    )


def test_the_same_letter_is_written_once(someone: User) -> None:
    assert [write(someone), write(someone)] == [True, False]
    assert Letter.objects.count() == 1


def test_another_recipient_or_period_is_another_letter(someone: User) -> None:
    assert write(someone)
    assert write(someone, to="b@example.jp")
    assert write(someone, period="event:2")


def test_the_database_itself_refuses_a_second_one(someone: User) -> None:
    write(someone)
    twin = Letter.objects.get()
    twin.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.create(
            kind=twin.kind, subject=twin.subject, recipient=twin.recipient, heading="x", body="x"
        )


@pytest.mark.parametrize("name", sorted(LETTER_KINDS))
def test_every_kind_has_a_whole_sample(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = LETTER_KINDS[name]
    monkeypatch.setattr(Engine.get_default(), "string_if_invalid", "‽%s‽")
    heading, body = compose(kind, kind.sample())
    assert heading.startswith("【Key-Net】")
    assert body.strip()
    for text in (heading, body):
        assert "‽" not in text, text
        assert "&amp;" not in text
        assert "None" not in text


def test_a_person_sends_again_what_failed_and_leaves_a_trace(someone: User) -> None:
    write(someone)
    letter = Letter.objects.get()
    assert not send_again(letter, by="user:1")
    letter.settle(Letter.Status.FAILED, "550 no")
    assert send_again(letter, by="user:1")
    assert not send_again(letter, by="user:2")
    letter.refresh_from_db()
    assert (letter.status, letter.tries) == ("pending", 0)
    assert Event.objects.get(name="letter.sent_again").actor == "user:1"


def test_a_wiped_letter_cannot_be_sent_again(someone: User) -> None:
    write(someone)
    letter = Letter.objects.get()
    letter.body = ""
    letter.settle(Letter.Status.FAILED, "550 no")
    assert not send_again(letter, by="user:1")
