"""The form of a note, and of the reason for which a list is taken away."""

from keynet.forms import Form, MultiLineField, SingleLineField, SubmittedOnce


class NoteForm(SubmittedOnce, Form):
    """What a clerk writes for colleagues."""

    text = MultiLineField(
        label="メモ",
        max_length=1000,
        rows=3,
        help_text="施設の職員だけが読めます。応募した方から開示を求められると、見せることがあります"
        "（個人情報保護法33条）。事実だけを書いてください。",
    )


class ReasonForm(Form):
    """Why a file with people's data is made; it stays with the record of the file."""

    reason = SingleLineField(label="使う目的", max_length=100, help_text="例：11月の面接の日程を組むため")
