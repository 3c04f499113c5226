"""What is asked of whoever takes a table away."""

from keynet.forms import Form, SingleLineField, SubmittedOnce


class TableForm(SubmittedOnce, Form):
    """For what."""

    purpose = SingleLineField(
        label="利用の目的",
        max_length=200,
        help_text="例：11月の状況の報告。書き出しの記録に残ります。",
    )
