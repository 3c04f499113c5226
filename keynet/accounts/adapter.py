"""How allauth fits the service: no open sign-up, letters through the outbox, one home for everybody."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from the office's confirmation; nobody signs up by themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: the sign-up page says how accounts are given."""
        return False

    def format_email_subject(self, subject: str) -> str:
        """Return the subject line with the mark of the service."""
        return f"【Key-Net】{subject}"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Hand the mail to Django's backend, which is the outbox; `request` never reaches a letter."""
        super().send_mail(template_prefix, email, {**context, "request": None})
