"""allauth's forms of the second step with our questions."""

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError

from keynet.accounts.changes import BY_RECOVERY_CODE, tell_of_change
from keynet.accounts.models import User
from keynet.accounts.sign_in_forms import AskedAlike
from keynet.forms import MailField, SingleLineField
from keynet.vocabulary.japanese import digits

USED = "この番号は、すでに使いました。次の番号が表示されるのを待って、入力してください"
FITS_FOR = settings.MFA_TOTP_PERIOD * (2 * settings.MFA_TOTP_TOLERANCE + 1)
"""Seconds in which a login app's number fits."""

LOST = "認証アプリの6桁の番号です。使えないときは、控えてある復旧コードを入力してください。"


class CodeField(SingleLineField):
    """A number of some digits, in any width, with or without spaces."""

    autocomplete = "one-time-code"
    inputmode = "numeric"
    width = "s"
    clean_text = staticmethod(digits)


class OnceForm(BaseAuthenticateForm):
    """A number of the login app opens once (RFC 6238, 5.2), also the one that registered the app.

    allauth forgets after 30 seconds which numbers were used, while they fit for longer than that.
    """

    def clean_code(self) -> str:
        """Return the number, used up."""
        if _is_used(self.user, self.cleaned_data["code"]):
            raise ValidationError(USED)
        code = str(super().clean_code())
        if self.authenticator.type == Authenticator.Type.TOTP:
            _use_up(self.user, code)
        return code


class SecondStepForm(OnceForm, AuthenticateForm):
    """The second step of a login."""

    code = CodeField(label="番号", help_text=LOST)

    def save(self) -> None:
        """Let the person in; somebody who came by a recovery code is told, since it may have been found."""
        super().save()
        if self.authenticator.type == Authenticator.Type.RECOVERY_CODES:
            tell_of_change(self.user, BY_RECOVERY_CODE, context.request)


class SecondStepAgainForm(OnceForm, ReauthenticateForm):
    """The second step as a fresh login."""

    code = CodeField(label="番号", help_text=LOST)


class LoginAppForm(ActivateTOTPForm):
    """The first code of a login app proves that it took the key."""

    code = CodeField(label="番号", help_text="アプリに表示された6桁の番号を入力してください。")

    def clean_code(self) -> str:
        """Return the number, used up."""
        code = str(super().clean_code())
        _use_up(self.user, code)
        return code


class LoginCodeForm(AskedAlike, RequestLoginCodeForm):
    """Where the number for a login without a password is mailed to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = MailField(label="メールアドレス")


class LoginCodeAnswerForm(ConfirmLoginCodeForm):
    """The mailed number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = CodeField(label="番号", help_text="メールに書いてある6桁の番号です。")


def _is_used(user: User, code: str) -> bool:
    return _key(user, code) in cache


def _use_up(user: User, code: str) -> None:
    """Keep that the number was used; raises ValidationError for the second of two at the same moment."""
    if not cache.add(_key(user, code), True, FITS_FOR):
        raise ValidationError(USED)


def _key(user: User, code: str) -> str:
    return f"login-app:{user.pk}:{code}"
