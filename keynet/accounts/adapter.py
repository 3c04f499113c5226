"""How allauth fits the service: letters through the outbox, one home for everybody, our words."""

import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from keynet.accounts.arrivals import arrive
from keynet.accounts.changes import CHANGES, tell_of_change
from keynet.accounts.devices import end_devices
from keynet.accounts.first_login import withdraw_first_login
from keynet.accounts.fresh import is_fresh
from keynet.accounts.models import User
from keynet.outbox.backend import TO_NOBODY

UNKNOWN_ACCOUNT = "account/email/unknown_account"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from the office's confirmation, an invitation, or a mailed link (keynet/accounts/sign_up.py)."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "このアカウントは止まっています。運営事務局にご連絡ください",
        "email_password_mismatch": "メールアドレスかパスワードが違います",
        "enter_current_password": "いまのパスワードが違います。もう一度入力してください",
        "incorrect_code": "番号が違います。メールに書いてある番号を入力してください",
        "incorrect_password": "パスワードが違います。もう一度入力してください",
        "too_many_login_attempts": "続けて試されたため、いったん止めています。5分ほど（番号のメールは1時間ほど）待ってください",
        "rate_limited": "続けて操作されたため、いったん止めています。少し待ってから試してください",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: allauth would store addresses that nobody has proved; our own page stores none."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Return whether an address to go on to is one of ours; "//[x" is no address at all, and breaks allauth."""
        try:
            return bool(super().is_safe_url(url))
        except ValueError:
            return False

    def post_login(self, request: HttpRequest, user: User, **facts: Any) -> HttpResponse:
        """Lead on after a sign-in, and let the apps hand over what the guest had left."""
        return arrive(request, user, super().post_login(request, user, **facts))

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Return False right after a login too: allauth by itself counts only a second proof."""
        return not is_fresh(context.request)

    def set_password(self, user: User, password: str) -> None:
        """Store a password that was changed or reset; whoever is signed in is not any more.

        A first login that still waits in a mailbox is over with it.
        """
        with transaction.atomic():
            super().set_password(user, password)
            withdraw_first_login(user)
            end_devices(user)

    def generate_login_code(self) -> str:
        """Return six digits, which a phone offers to type by itself."""
        return f"{secrets.randbelow(1_000_000):06}"

    def format_email_subject(self, subject: str) -> str:
        """Return the subject line with the mark of the service."""
        return f"【Key-Net】{subject}"

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell the person what was changed in how they sign in: allauth names it, the words and the letter are ours."""
        tell_of_change(user, CHANGES[template_prefix], self.request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Hand the mail to Django's backend, which is the outbox; `request` never reaches a letter.

        Nobody is mailed because somebody typed their address; but the letter is made and kept all the same, so that an
        unknown address takes as long as a known one.
        """
        facts = {"email": email, **context, "request": None}
        headers = {TO_NOBODY: "yes"} if template_prefix == UNKNOWN_ACCOUNT else None
        self.render_mail(template_prefix, email, facts, headers=headers).send()
