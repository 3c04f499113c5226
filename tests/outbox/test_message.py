"""A letter as an e-mail."""

from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction

from keynet.outbox import postman
from keynet.outbox.backend import OutboxBackend
from keynet.outbox.letters import LETTER_KINDS
from keynet.outbox.message import as_html, as_message
from keynet.outbox.models import Letter
from tests.outbox.sinks import sink

pytestmark = pytest.mark.django_db
Make = Callable[..., Letter]


def read(mail: bytes) -> Any:
    return message_from_bytes(mail, policy=default)


@pytest.mark.parametrize(
    "address", ["a..b@docomo.ne.jp", "abc.@docomo.ne.jp", ".abc@ezweb.ne.jp", "a-_b+c@example.jp"]
)
def test_addresses_that_old_japanese_phones_have_are_written_to(
    make_letter: Make, settings: Any, address: str
) -> None:
    make_letter(recipient=address)
    with sink() as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
    assert [to for to, _ in inbox.mails] == [[address]]
    assert f"To: {address}\r\n".encode() in inbox.mails[0][1]


def test_text_and_html_say_the_same(make_letter: Make, settings: Any) -> None:
    make_letter(body="1行目です。\n.2行目は点で始まります。\n\nhttps://key-net.example/?a=1&b=2\n")
    with sink() as inbox:
        settings.SMTP = inbox.server
        postman.deliver()
    mail = read(inbox.mails[0][1])
    assert mail["Subject"] == "【Key-Net】お知らせ"
    text = mail.get_body(("plain",)).get_content()
    html = mail.get_body(("html",)).get_content()
    assert text.splitlines()[1] == ".2行目は点で始まります。"
    assert '<a href="https://key-net.example/?a=1&amp;b=2"' in html
    assert "1行目です。<br>" in html


def test_what_somebody_typed_is_no_html() -> None:
    assert "<script>" not in as_html("お知らせ", "<script>alert(1)</script>\n")


def test_a_subscription_carries_the_one_click_stop_header(make_letter: Make) -> None:
    message = as_message(make_letter(stop_url="https://key-net.example/recruiters/stop/x/"))
    assert message["List-Unsubscribe"] == "<https://key-net.example/recruiters/stop/x/>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert as_message(make_letter())["List-Unsubscribe"] is None


def test_the_message_id_never_changes(make_letter: Make) -> None:
    letter = make_letter()
    assert as_message(letter)["Message-ID"] == as_message(letter)["Message-ID"] == letter.message_id


def test_whatever_a_library_mails_becomes_a_letter() -> None:
    mail = EmailMessage("件名\r\nBcc: x@example.jp", "本文", None, ["one@example.jp"])
    assert OutboxBackend().send_messages([mail]) == 1
    letter = Letter.objects.get()
    assert (letter.kind, letter.recipient) == ("account.mail", "one@example.jp")
    assert "\n" not in letter.heading
    assert LETTER_KINDS["account.mail"].secret


@pytest.mark.parametrize(
    "message",
    [
        EmailMessage("s", "b", None, ["one@example.jp", "two@example.jp"]),
        EmailMessage("s", "b", None, ["one@example.jp"], bcc=["two@example.jp"]),
        EmailMessage("s", "b", None, []),
    ],
)
def test_a_mail_to_more_or_less_than_one_is_a_bug(message: EmailMessage) -> None:
    with pytest.raises(ValueError, match="exactly one recipient"):
        OutboxBackend().send_messages([message])


@pytest.mark.parametrize("recipient", ["a@example.jp,b@example.jp", "a@example.jp\nb@example.jp", "nobody"])
def test_the_database_refuses_anything_but_one_address(make_letter: Make, recipient: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_letter(recipient=recipient)
