"""A question to a facility: three answers, no CV (domain.md C.3)."""

from typing import Any

from keynet.forms import Form, MailField, MultiLineField, SingleLineField, SubmittedOnce


class AskForm(SubmittedOnce, Form):
    """What is asked, by whom, and where the answer goes."""

    text = MultiLineField(
        label="質問",
        max_length=300,
        rows=6,
        help_text="300文字まで。名前や電話番号などの個人情報は書かないでください。",
    )
    name = SingleLineField(
        label="お名前",
        max_length=40,
        width="m",
        help_text="ニックネームでもかまいません。",
        autocomplete="nickname",
    )
    email = MailField(
        label="メールアドレス",
        help_text="確認コードと、回答のお知らせを送ります。施設には見えません。例：name@example.jp",
    )

    def facts(self) -> dict[str, Any]:
        """Return the checked answers as the columns of an inquiry."""
        return {name: self.cleaned_data[name] for name in ("text", "name", "email")}
