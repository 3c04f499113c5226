"""Forms of accounts."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from keynet.accounts.models import User
from keynet.accounts.resets import may_reset
from keynet.forms import Form, MailField, PledgeField, RadioChoiceField, SingleLineField

AGAIN = "2つのパスワードが違います。同じものを入力してください"


class FirstPasswordForm(forms.Form):
    """The password of the first login; typed twice, since it cannot be read back."""

    password = forms.CharField(
        label="新しいパスワード",
        max_length=128,
        strip=False,
        help_text="12文字以上で入力してください。記号や大文字を混ぜる必要はありません。",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "新しいパスワードを入力してください"},
    )
    again = forms.CharField(
        label="新しいパスワード（もう一度）",
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "同じパスワードをもう一度入力してください"},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Return the password when Django's validators accept it."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        """Compare the two."""
        cleaned = super().clean() or {}
        if cleaned.get("password") and cleaned.get("again") and cleaned["password"] != cleaned["again"]:
            self.add_error("again", ValidationError(AGAIN))
        return cleaned


class SignUpForm(Form):
    """Where the link for an account is mailed to."""

    email = MailField(label="メールアドレス")


class NewAddressForm(Form):
    """The address that one wants to sign in with from now on."""

    email = MailField(
        label="新しいメールアドレス", help_text="確認のリンクを送ります。リンクは30分のあいだ使えます。"
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self) -> str:
        """Return an address that is not the present one."""
        email: str = self.cleaned_data["email"]
        if email.lower() == self.user.email:
            raise ValidationError("いまのメールアドレスと同じです。新しいメールアドレスを入力してください")
        return email


class NewAccountForm(Form):
    """A name, and a password for those who want one; everybody may sign in by a mailed number."""

    name = SingleLineField(label="名前", max_length=80, autocomplete="name", width="m")
    password = forms.CharField(
        label="パスワード",
        max_length=128,
        strip=False,
        required=False,
        help_text="決めないときは、ログインのたびにメールで番号が届きます。決めるときは12文字以上で入力してください。",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="パスワード（もう一度）",
        max_length=128,
        strip=False,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.address = address

    def clean(self) -> dict[str, Any]:
        """Ask Django's validators about the password, and compare the two."""
        cleaned = super().clean() or {}
        password = cleaned.get("password", "")
        if password:
            try:
                validate_password(password, User(email=self.address, name=cleaned.get("name", "")))
            except ValidationError as error:
                self.add_error("password", error)
        if password != cleaned.get("again", ""):
            self.add_error("again", ValidationError(AGAIN))
        return cleaned


class ResetForm(Form):
    """Whose second step is lost, and how one made sure that it is they who ask."""

    email = MailField(label="ご本人のメールアドレス")
    checked = RadioChoiceField(
        label="ご本人であることの確かめ方",
        choices=[
            ("called_back", "登録されている電話番号にかけ直して確かめた"),
            ("face_to_face", "会って、身分証で確かめた"),
        ],
    )
    told = PledgeField(
        label="知らせる相手", statement="ご本人と、その施設の管理者全員にメールで知らせることを伝えました"
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_email(self) -> str:
        """Return the address of somebody whose second step this person may take off."""
        email: str = self.cleaned_data["email"]
        found = User.objects.filter(email=email.lower()).first()
        if found is None or not may_reset(self.by, found):
            raise ValidationError(
                "このメールアドレスのアカウントがないか、ほかの機関が解除します。アドレスを確かめてください"
            )
        self.whose = found
        return email
