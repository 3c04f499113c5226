"""Forms of accounts."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from keynet.accounts.models import User


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
            self.add_error("again", ValidationError("2つのパスワードが違います。同じものを入力してください"))
        return cleaned
