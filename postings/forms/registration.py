"""The small questions around the registration: where to mail a link, and the last look."""

from typing import Any

from keynet.forms import Form, MailField, PledgeField, SubmittedOnce


class LinkForm(SubmittedOnce, Form):
    """The address that a link is mailed to."""

    email = MailField(label="メールアドレス", help_text="例：name@example.jp")


class HandInForm(SubmittedOnce, Form):
    """Asks to have looked again only when there is something to look at."""

    looked = PledgeField(
        label="もう一度確かめる項目", statement="上の項目を確認しました。このまま提出します。"
    )

    def __init__(self, *args: Any, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks:
            del self.fields["looked"]
