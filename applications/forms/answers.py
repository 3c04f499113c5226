"""What a facility fills in to answer an applicant: the words of the mail, and what the step needs beside them."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from applications.answer_templates import THANKS
from applications.changes import changes_since
from applications.forms.seen import SeenNumberField
from applications.models import Application, Refusal
from keynet.forms import DateField, Form, MultiLineField, PledgeField, SelectField

REASON_HELP = "施設の記録に残ります。応募した方には送られません。"


class AnswerForm(Form):
    """The words of the mail; `text` goes out as it is."""

    greeting = ""
    hindrance = ""
    """Why the step cannot be taken now; empty when it can."""
    text = MultiLineField(
        label="応募した方への連絡",
        max_length=1600,
        rows=10,
        help_text="この文が、そのままメールに入ります。応募した方の名前や電話番号は書かないでください。",
    )

    def __init__(self, *args: Any, application: Application, words: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.application = application
        self.fields["text"].initial = words or THANKS + self.greeting

    def facts(self) -> dict[str, Any]:
        """Return what the verb needs beside the actor."""
        return dict(self.cleaned_data)

    def mail_text(self) -> str:
        """Return the words of the mail as they would leave now."""
        return str(self.cleaned_data["text"])


class OfferForm(AnswerForm):
    """The offer; when terms changed since the application, the facility declares that it stated them."""

    version = SeenNumberField(required=False)
    answer_by = DateField(
        label="返事の期限",
        required=False,
        help_text="内定のメールに書き添えます。過ぎても、内定が取り消されることはありません。",
    )
    stated = PledgeField(
        label="変わった条件の明示",
        statement="変更内容を明示しました",
        help_text="変わった条件は、メールにも書き添えます（職業安定法5条の3）。",
        error_messages={"required": "変わった条件を確かめて、チェックを入れてください"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        posting = self.application.posting
        self.fields["version"].initial = posting.version
        if not changes_since(self.application.version, posting):
            del self.fields["stated"]

    def facts(self) -> dict[str, Any]:
        """Return the words, and up to which version the changes were stated."""
        sent = self.cleaned_data
        return {
            "text": sent["text"],
            "answer_by": sent["answer_by"],
            "stated_version": sent["version"] if sent.get("stated") else None,
        }

    def clean_answer_by(self) -> date | None:
        """Refuse a day that leaves no time to answer."""
        day: date | None = self.cleaned_data["answer_by"]
        if day and day <= timezone.localdate():
            raise ValidationError("返事の期限は、明日より後の日付にしてください")
        return day


class NotSelectForm(AnswerForm):
    """The end without a hire."""

    reason = SelectField(
        label="見送りの理由（施設の記録）", choices=Refusal.Reason.choices, help_text=REASON_HELP
    )
    field_order = ("reason", "text")


class InquiryAnswerForm(Form):
    """The answer to a question, passed on unaltered."""

    answer = MultiLineField(
        label="回答",
        max_length=1000,
        rows=8,
        help_text="書いた文が、そのまま質問した方に見えます。送ったあとは直せません。",
    )
