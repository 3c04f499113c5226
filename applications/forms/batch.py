"""What a facility fills in to answer several applicants at once."""

from typing import Any

from django.core.exceptions import ValidationError

from applications.answer_templates import PLACEHOLDERS, SHIPPED, templates_of, unknown_placeholders
from applications.forms.answers import REASON_HELP
from applications.models import Message, Refusal
from facilities.models import Facility
from keynet.forms import Form, MultiLineField, SelectField, SubmittedOnce


class BatchForm(SubmittedOnce, Form):
    """The words for all of them; a refusal has a reason for the facility's own record, too."""

    reason = SelectField(
        label="見送りの理由（施設の記録）", choices=Refusal.Reason.choices, help_text=REASON_HELP
    )
    text = MultiLineField(
        label="応募した方への連絡",
        max_length=1600,
        rows=10,
        help_text="全員に同じ文が届きます。{受付番号}、{職種}、{施設名}は、1件ずつ置き換わります。",
    )

    def __init__(self, *args: Any, facility: Facility, step: str, words: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].initial = words or SHIPPED[step]
        if step != Message.Step.NOT_SELECT:
            del self.fields["reason"]
        self.templates = templates_of(facility, step)

    def clean_text(self) -> str:
        """Refuse a placeholder that nothing replaces: it would stand in the mails."""
        text: str = self.cleaned_data["text"]
        if unknown := unknown_placeholders(text):
            known = "、".join(f"{{{name}}}" for name in PLACEHOLDERS)
            raise ValidationError(f"「{{{unknown[0]}}}」は使えません。{known}のどれかにしてください")
        return text
