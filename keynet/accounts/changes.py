"""Whoever changes how one signs in is told of it by letter: the rightful owner of a taken-over account finds out."""

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import get_random_string

from keynet.accounts.devices import device_name
from keynet.accounts.letters import SIGN_IN_CHANGED
from keynet.accounts.models import User
from keynet.outbox.letters import write_letter

CHANGES = {
    "account/email/password_changed": "パスワードを変えました。",
    "account/email/password_reset": "メールで届いたリンクから、パスワードを決め直しました。",
    "mfa/email/totp_activated": "認証アプリを登録しました。",
    "mfa/email/totp_deactivated": "認証アプリを外しました。",
    "mfa/email/webauthn_added": "パスキーを登録しました。",
    "mfa/email/webauthn_removed": "パスキーを外しました。",
    "mfa/email/recovery_codes_generated": "復旧コードを新しく作りました。前の番号は使えません。",
}
"""allauth's name of a mail → what happened, in our words."""

BY_RECOVERY_CODE = "復旧コードでログインしました。使った番号は、もう使えません。"


def tell_of_change(user: User, change: str, request: HttpRequest) -> None:
    """Write what was changed, when and on what kind of device; neither a secret nor a link that changes anything."""
    context = {
        "change": change,
        "at": timezone.now(),
        "device": device_name(request.headers.get("User-Agent", "")),
    }
    write_letter(
        SIGN_IN_CHANGED,
        about=user,
        to=user.email,
        to_name=user.name,
        context=context,
        period=get_random_string(32),
    )
