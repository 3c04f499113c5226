"""What is asked of whoever takes a file of all postings away."""

from applications.reports.models.export import Form as FileForm
from keynet.forms import Form, RadioChoiceField, SingleLineField, SubmittedOnce


class ExportForm(SubmittedOnce, Form):
    """For what, and in which form."""

    purpose = SingleLineField(
        label="利用の目的",
        max_length=200,
        help_text="例：11月の募集状況の報告。書き出しの記録に残ります。",
    )
    form = RadioChoiceField(
        label="形式",
        choices=[
            (FileForm.XLSX, "Excel（作成に数分かかることがあります。できたファイルは24時間、受け取れます）"),
            (FileForm.CSV, "CSV（すぐに保存が始まります）"),
        ],
    )
