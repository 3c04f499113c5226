"""How allauth.mfa fits the service: keys encrypted in the database, our words, our QR code."""

import base64
import hashlib
from io import BytesIO

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser

from keynet.accounts.second_factor import is_demanded


class SecondFactorAdapter(DefaultMFAAdapter):
    """A dump of the database signs nobody in: keys of login apps and recovery codes are stored encrypted."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": "この役割には二段階の確認が必要です。外す前に、別の方法を登録してください",
        "cannot_generate_recovery_codes": "先に、認証アプリかパスキーを登録してください",
        "incorrect_code": "番号が違います。いま表示されている番号を入力してください",
        "unverified_email": "先に、メールアドレスを確認してください",
    }

    def encrypt(self, text: str) -> str:
        """Return the text as only this service's SECRET_KEY reads it."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the text; keys before the last change of SECRET_KEY are tried, too (SECRET_KEY_FALLBACKS)."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        """Return the name under which the login app lists the code."""
        return "Key-Net"

    def build_totp_svg(self, url: str) -> str:
        """Return the QR code of a login app's key."""
        drawn = BytesIO()
        segno.make(url, error="m").save(drawn, kind="svg", xmldecl=False, scale=5, border=4, light="#fff")
        return drawn.getvalue().decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Return False for the last one of somebody whose powers demand it."""
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        if others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            return True
        return not (settings.REQUIRE_MFA and is_demanded(authenticator.user))

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """Return a name for a passkey whose owner gave none."""
        return f"パスキー{Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"

    def _get_site_name(self) -> str:
        return str(settings.SITE_NAME)


def _cipher() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (hashlib.sha256(f"keynet.second_factor:{key}".encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
