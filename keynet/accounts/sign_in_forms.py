"""allauth's forms with our question for the address: any width is read, as everywhere else."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm, ResetPasswordForm
from allauth.account.models import EmailAddress
from django import forms

from keynet.accounts.models import User
from keynet.forms import MailField

LABEL = "メールアドレス"


class AskedAlike(forms.Form):
    """allauth asks the database twice about an address that it does not know; a known one is asked about twice as well."""

    def clean(self) -> dict[str, Any] | None:
        """Ask again about a known address, in the same words, then go on."""
        address = str(self.cleaned_data.get("login") or self.cleaned_data.get("email") or "").lower()
        if EmailAddress.objects.filter(email=address, verified=True).exists():
            list(User.objects.filter(email=address).iterator())
        return super().clean()


class SignInForm(AskedAlike, LoginForm):
    """The login."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = MailField(label=LABEL)


class ForgottenPasswordForm(AskedAlike, ResetPasswordForm):
    """Where the link for a new password is mailed to."""

    email = MailField(label=LABEL)


class PasswordAgainForm(ReauthenticateForm):
    """The password of somebody who is signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].widget.attrs.pop("placeholder", None)
