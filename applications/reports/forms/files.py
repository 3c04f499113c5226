"""What is asked of whoever takes a list of hires or trainings away."""

from applications.reports.models.export import OF_HIRES
from keynet.forms import Form, RadioChoiceField, SingleLineField, SubmittedOnce


class FilesForm(SubmittedOnce, Form):
    """Which list, and for what."""

    content = RadioChoiceField(
        label="書き出す内容",
        choices=[(one.value, one.label) for one in OF_HIRES],
        help_text="どの表にも、採用された方の氏名や連絡先は入りません。",
    )
    purpose = SingleLineField(
        label="利用の目的",
        max_length=200,
        help_text="例：11月の採用実績の報告。書き出しの記録に残ります。",
    )
