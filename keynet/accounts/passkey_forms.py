"""allauth's forms of passkeys: what a browser posts is the answer of a passkey, or answered by a sentence, never by a 500."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as allauth_forms
from django import forms
from django.core.exceptions import ValidationError

from keynet.forms import SingleLineField

UNREADABLE = (
    "このパスキーでは確かめられませんでした。外したパスキーでないか確かめるか、ほかの方法を使ってください"
)
NOT_ADDED = "パスキーを登録できませんでした。もう一度、ボタンを押してください"


class CredentialField(forms.JSONField):
    """What the device signed; posted by static/js/passkey.js, and by whoever tries what happens."""

    default_error_messages = {"invalid": UNREADABLE, "required": UNREADABLE}
    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        """Return the parsed JSON; numbers and nesting without an end are no credential."""
        try:
            return super().to_python(value)
        except (ValueError, RecursionError) as error:
            raise ValidationError(UNREADABLE) from error

    def bound_data(self, data: Any, initial: Any) -> None:
        """Show nothing again: each signature answers one question of the server."""


@contextmanager
def in_words(sentence: str) -> Iterator[None]:
    """Say a sentence where allauth would speak of a wrong number, or fail at what is no credential at all."""
    try:
        yield
    except ValidationError as error:
        if error.code != "incorrect_code":
            raise
        raise ValidationError(sentence) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValidationError(sentence) from error


class PasskeyForm(allauth_forms.AddWebAuthnForm):
    """A passkey: the device asks for finger, face or PIN, so that it is both steps in one."""

    name = SingleLineField(
        label="パスキーの名前",
        max_length=40,
        required=False,
        help_text="あとで見分けるための名前です。例：事務室のパソコン",
        width="m",
    )
    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)
    credential = CredentialField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": {"name": "", "passwordless": True}})

    def clean(self) -> dict[str, Any]:
        """Ask whether the device took the key."""
        with in_words(NOT_ADDED):
            cleaned: dict[str, Any] = super().clean()
            return cleaned


class PasskeyAnswerForm(allauth_forms.AuthenticateWebAuthnForm):
    """A passkey as the second step of a login."""

    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        """Return the passkey that signed."""
        with in_words(UNREADABLE):
            passkey: Authenticator = super().clean_credential()
            return passkey


class PasskeyLoginForm(PasskeyAnswerForm, allauth_forms.LoginWebAuthnForm):
    """A passkey as the whole login."""


class PasskeyAgainForm(PasskeyAnswerForm, allauth_forms.ReauthenticateWebAuthnForm):
    """A passkey as a fresh login."""
