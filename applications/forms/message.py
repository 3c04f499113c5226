"""A message of a thread."""

from keynet.forms import Form, MultiLineField, SubmittedOnce


class MessageForm(SubmittedOnce, Form):
    """The words; they reach the other side as they are."""

    text = MultiLineField(
        label="メッセージ",
        max_length=1000,
        rows=6,
        help_text="1000文字まで。書いた文が、そのまま相手に見えます。送ったあとは直せません。",
    )
