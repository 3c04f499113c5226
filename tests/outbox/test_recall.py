"""A letter that waits can be called back; one that may have been read cannot."""

from datetime import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from facilities.models import Facility
from keynet.outbox import postman
from keynet.outbox.letters import LETTER_KINDS, write_letter
from keynet.outbox.models import Letter
from keynet.outbox.recall import SECOND_THOUGHTS, HasLeft, recall

pytestmark = pytest.mark.django_db


def write(sakura: Facility, not_before: datetime | None) -> Letter:
    kind = LETTER_KINDS["applications.not_selected"]
    context = dict(kind.sample())
    write_letter(kind, about=sakura, to="nakamura@seeker.example", context=context, not_before=not_before)
    return Letter.objects.get(kind=kind.name, status="pending")


def called_back(letter: Letter) -> None:
    with transaction.atomic():
        recall(Letter.objects.filter(pk=letter.pk))


def test_a_letter_waits_for_its_time(sakura: Facility) -> None:
    write(sakura, timezone.now() + SECOND_THOUGHTS)
    assert postman.claim() is None


def test_a_waiting_letter_is_called_back_and_can_be_written_anew(sakura: Facility) -> None:
    letter = write(sakura, timezone.now() + SECOND_THOUGHTS)
    called_back(letter)
    letter.refresh_from_db()
    assert letter.status == "suppressed" and letter.body == ""
    assert write(sakura, None).pk != letter.pk


def test_what_a_postman_holds_has_left(sakura: Facility) -> None:
    letter = write(sakura, None)
    assert postman.claim() == letter
    with pytest.raises(HasLeft):
        called_back(letter)


def test_what_was_perhaps_received_has_left_and_nothing_cannot_be_called_back(sakura: Facility) -> None:
    letter = write(sakura, None)
    Letter.objects.update(unconfirmed=1)
    with pytest.raises(HasLeft):
        called_back(letter)
    with pytest.raises(HasLeft), transaction.atomic():
        recall(Letter.objects.none())
