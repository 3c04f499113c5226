"""Django's mail backend: whatever a library mails becomes a letter row, never an SMTP call inside a request."""

from collections.abc import Sequence

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage
from django.utils.crypto import get_random_string

from keynet.outbox.letters import LetterKind
from keynet.outbox.models.letter import ERASED, Letter

ACCOUNT_MAIL = LetterKind(
    name="account.mail",
    title="アカウントの手続き（確認・再設定）",
    to="アカウントの本人",
    sample=lambda: {"text": "パスワードを設定し直すには、次のページを開いてください。"},
    secret=True,
)


TO_NOBODY = "X-To-Nobody"
"""The header of a message that is written down like any other and never leaves; its address and text are not kept."""


class OutboxBackend(BaseEmailBackend):
    """Queues each message as a letter; a message with more than one recipient is a bug and raises ValueError."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write one letter row per message and return their number."""
        for message in email_messages:
            recipients = message.recipients()
            if len(recipients) != 1:
                raise ValueError("One message has exactly one recipient.")
            period = get_random_string(32)
            facts = (
                {"recipient": f"{period}{ERASED}", "status": Letter.Status.SUPPRESSED}
                if TO_NOBODY in message.extra_headers
                else {
                    "recipient": recipients[0],
                    "heading": " ".join(str(message.subject).split())[:200],
                    "body": str(message.body),
                }
            )
            Letter.objects.create(kind=ACCOUNT_MAIL.name, subject="account:0", period=period, **facts)
        return len(email_messages)
