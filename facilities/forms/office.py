"""What an officer writes about a facility's registered address."""

from keynet.forms import Form, MailField, MultiLineField


class AddressForm(Form):
    """Where lost access is sent to from now on, and how the officer made sure."""

    email = MailField(label="新しい登録アドレス", help_text="施設の代表電話にかけて、確かめてください。")
    reason = MultiLineField(
        label="変える理由と確かめ方",
        max_length=500,
        rows=3,
        help_text="例：担当者の退職のため。11月21日に代表電話にかけ、総務課長に確かめました。",
    )
