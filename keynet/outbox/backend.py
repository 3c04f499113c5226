"""Django's mail backend: whatever a library mails becomes a letter row, never an SMTP call inside a request."""

from collections.abc import Sequence

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage
from django.utils.crypto import get_random_string

from keynet.outbox.letters import LetterKind
from keynet.outbox.models.letter import Letter

ACCOUNT_MAIL = LetterKind(
    name="account.mail",
    title="アカウントの手続き（確認・再設定）",
    to="アカウントの本人",
    sample=lambda: {"text": "パスワードを設定し直すには、次のページを開いてください。"},
    secret=True,
)


class OutboxBackend(BaseEmailBackend):
    """Queues each message as a letter; a message with more than one recipient is a bug and raises ValueError."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write one letter row per message and return their number."""
        for message in email_messages:
            recipients = message.recipients()
            if len(recipients) != 1:
                raise ValueError("One message has exactly one recipient.")
            Letter.objects.create(
                kind=ACCOUNT_MAIL.name,
                subject="account:0",
                recipient=recipients[0],
                period=get_random_string(32),
                heading=" ".join(str(message.subject).split())[:200],
                body=str(message.body),
            )
        return len(email_messages)
