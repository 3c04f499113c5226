"""allauth's forms of the second step with our questions."""

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms

from keynet.forms import MailField, SingleLineField
from keynet.vocabulary.japanese import digits

LOST = "認証アプリの6けたの番号です。使えないときは、控えてある復旧コードを入力してください。"


class CodeField(SingleLineField):
    """A number of some digits, in any width, with or without spaces."""

    autocomplete = "one-time-code"
    inputmode = "numeric"
    width = "s"
    clean_text = staticmethod(digits)


class SecondStepForm(AuthenticateForm):
    """The second step of a login."""

    code = CodeField(label="番号", help_text=LOST)


class SecondStepAgainForm(ReauthenticateForm):
    """The second step as a fresh login."""

    code = CodeField(label="番号", help_text=LOST)


class LoginAppForm(ActivateTOTPForm):
    """The first code of a login app proves that it took the key."""

    code = CodeField(label="番号", help_text="アプリに表示された6けたの番号を入力してください。")


class PasskeyForm(AddWebAuthnForm):
    """A passkey: the device asks for finger, face or PIN, so that it is both steps in one."""

    name = SingleLineField(
        label="パスキーの名前",
        max_length=40,
        required=False,
        help_text="あとで見分けるための名前です。例：事務室のパソコン",
        width="m",
    )
    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": {"name": "", "passwordless": True}})


class LoginCodeForm(RequestLoginCodeForm):
    """Where the number for a login without a password is mailed to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = MailField(label="メールアドレス")


class LoginCodeAnswerForm(ConfirmLoginCodeForm):
    """The mailed number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = CodeField(label="番号", help_text="メールに書いてある6けたの番号です。")
