"""A letter as an e-mail: plain text and HTML from the same words."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from keynet.outbox.models.letter import Letter


def as_message(letter: Letter) -> EmailMessage:
    """Return the e-mail of a letter: one recipient, fixed Message-ID, stop headers where it is a subscription."""
    message = EmailMessage(policy=SMTP)
    message["From"] = settings.DEFAULT_FROM_EMAIL
    message["To"] = letter.recipient
    message["Subject"] = letter.heading
    message["Date"] = format_datetime(timezone.localtime())
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    if letter.stop_url:
        # RFC 8058: one click in the mail program, without a login or a second page.
        message["List-Unsubscribe"] = f"<{letter.stop_url}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    # base64: the only encoding of Japanese that every server passes on unchanged.
    message.set_content(letter.body, cte="base64")
    message.add_alternative(as_html(letter.heading, letter.body), subtype="html", cte="base64")
    return message


def as_html(heading: str, body: str) -> str:
    """Return the HTML part: the same text, its links clickable."""
    return render_to_string("letters/letter.html", {"heading": heading, "paragraphs": paragraphs_of(body)})


def paragraphs_of(body: str) -> list[str]:
    """Return the paragraphs of a text, for its HTML part and for the preview page."""
    return body.strip().split("\n\n")
