"""A letter as an e-mail: plain text and HTML from the same words."""

from email.header import Header
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr, parseaddr

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from keynet.outbox.models.letter import Letter


def as_message(letter: Letter) -> Message:
    """Return the e-mail of a letter: one recipient, fixed Message-ID, stop headers where it is a subscription.

    Raises ValueError for a header with a line break. The older classes of the email package are used on purpose: the
    newer ones take apart every header (ten times slower) and do not know addresses such as a..b@docomo.ne.jp.
    """
    if any(mark in letter.heading + letter.recipient + letter.stop_url for mark in "\r\n"):
        raise ValueError("A header has no line breaks.")
    message = MIMEMultipart("alternative")
    message["From"] = formataddr(parseaddr(settings.DEFAULT_FROM_EMAIL))
    message["To"] = letter.recipient
    message["Subject"] = Header(letter.heading, "utf-8").encode()
    message["Date"] = format_datetime(timezone.localtime())
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    if letter.stop_url:
        # RFC 8058: one click in the mail program, without a login or a second page.
        message["List-Unsubscribe"] = f"<{letter.stop_url}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.attach(MIMEText(letter.body, "plain", "utf-8"))
    message.attach(MIMEText(as_html(letter.heading, letter.body), "html", "utf-8"))
    return message


def as_html(heading: str, body: str) -> str:
    """Return the HTML part: the same text, its links clickable."""
    return render_to_string("letters/letter.html", {"heading": heading, "paragraphs": paragraphs_of(body)})


def paragraphs_of(body: str) -> list[str]:
    """Return the paragraphs of a text, for its HTML part and for the preview page."""
    return body.strip().split("\n\n")
