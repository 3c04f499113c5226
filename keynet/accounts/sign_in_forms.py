"""allauth's forms with our question for the address: any width is read, as everywhere else."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm, ResetPasswordForm

from keynet.forms import MailField

LABEL = "メールアドレス"


class SignInForm(LoginForm):
    """The login."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = MailField(label=LABEL)


class ForgottenPasswordForm(ResetPasswordForm):
    """Where the link for a new password is mailed to."""

    email = MailField(label=LABEL)


class PasswordAgainForm(ReauthenticateForm):
    """The password of somebody who is signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].widget.attrs.pop("placeholder", None)
