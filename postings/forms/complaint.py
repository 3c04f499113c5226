"""What a reporter, the office and the facility write about a complaint."""

from typing import Any

from keynet.forms import Form, MailField, MultiLineField, RadioChoiceField, SubmittedOnce
from postings.models.complaint import Outcome, Topic

NEEDS_WORDS = frozenset({Topic.TERMS, Topic.INTERVIEW, Topic.WORKPLACE, Topic.CALLS, Topic.OTHER})
"""What nobody can look into without a word more."""


class ReportForm(SubmittedOnce, Form):
    """What differs from the facts; name and address are not asked, an answer is optional."""

    topic = RadioChoiceField(label="実際と違うこと", choices=Topic.choices)
    text = MultiLineField(
        label="くわしい内容",
        max_length=1000,
        rows=6,
        required=False,
        help_text="どの項目が、実際はどうだったかを書いてください。あなたの名前や連絡先は書かないでください。",
    )
    email = MailField(
        label="返事を受け取るメールアドレス",
        required=False,
        help_text="対応の結果を知りたいときだけ入力します。施設には知らせません。",
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a word more where the choice alone says nothing."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("topic") in NEEDS_WORDS and "text" in cleaned and not cleaned["text"]:
            self.add_error("text", "実際はどうだったかを入力してください")
        return cleaned

    def facts(self) -> dict[str, Any]:
        """Return the checked answers as the columns of a complaint."""
        return {name: self.cleaned_data[name] for name in ("topic", "text", "email")}


class QuestionForm(Form):
    """What the office asks the facility."""

    question = MultiLineField(
        label="施設への質問",
        max_length=1000,
        rows=5,
        help_text="報告した方がわかることは書かないでください。この文がそのまま施設に届きます。",
    )


class AnswerForm(Form):
    """What the facility answers."""

    answer = MultiLineField(label="回答", max_length=1000, rows=6)


class SettleForm(Form):
    """How the office settles a report."""

    outcome = RadioChoiceField(label="対応の結果", choices=Outcome.choices)
    reason = MultiLineField(
        label="掲載を停止する理由",
        max_length=500,
        rows=4,
        required=False,
        help_text="掲載を停止するときに入力します。施設に届きます。",
    )

    def clean(self) -> dict[str, Any]:
        """A suspension has a reason."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("outcome") == Outcome.SUSPENDED and "reason" in cleaned and not cleaned["reason"]:
            self.add_error("reason", "掲載を停止する理由を入力してください")
        return cleaned
