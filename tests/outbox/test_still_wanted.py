"""Letters that are asked about just before they leave."""

from collections.abc import Callable
from typing import Any

import pytest

from keynet.outbox import postman
from keynet.outbox.models import Letter
from tests.outbox.sinks import sink
from tests.outbox.test_postman import fate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("patience")]
Make = Callable[..., Letter]
S = Letter.Status


# Asked before sending, again after holding it back: a posting may have been resumed between the two.
@pytest.mark.parametrize(
    ("answers", "end"), [([False, False], S.SUPPRESSED), ([False, True, True], S.SENT), ([True], S.SENT)]
)
def test_only_a_letter_that_is_still_wanted_is_sent(
    make_letter: Make, settings: Any, kinds: dict[str, Any], answers: list[bool], end: str
) -> None:
    object.__setattr__(kinds["alert"], "still_wanted", lambda letter: answers.pop(0))
    letter = make_letter("alert")
    with sink() as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
    assert fate(letter)[0] == end
    assert len(inbox.mails) == (end == S.SENT)


def test_a_letter_that_cannot_be_asked_about_waits_and_was_never_perhaps_received(
    make_letter: Make, settings: Any, kinds: dict[str, Any]
) -> None:
    def broken(letter: Letter) -> bool:
        raise LookupError(letter.subject)

    object.__setattr__(kinds["result"], "still_wanted", broken)
    letter, after = make_letter("result"), make_letter()
    with sink() as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
    status, reason = fate(letter)
    assert status == S.PENDING and reason.startswith("LookupError")
    assert letter.unconfirmed == 0
    assert [to for to, _ in inbox.mails] == [[after.recipient]]
