"""The form of a facility's template."""

from typing import Any

from django.core.exceptions import ValidationError

from applications.answer_templates import PLACEHOLDERS, unknown_placeholders
from applications.models import AnswerTemplate
from facilities.models import Facility
from keynet.forms import Form as KeynetForm
from keynet.forms import MultiLineField, RadioChoiceField, SingleLineField, SubmittedOnce

TWICE = "同じ名前のひな型が、すでにあります。別の名前にしてください"


class TemplateForm(SubmittedOnce, KeynetForm):
    """Where it is used, its name, its words."""

    use = RadioChoiceField(label="使うところ", choices=AnswerTemplate.Use.choices)
    name = SingleLineField(label="ひな型の名前", max_length=40, width="m", help_text="例：書類選考のあと")
    text = MultiLineField(
        label="文",
        max_length=1000,
        rows=10,
        help_text="{受付番号}、{職種}、{施設名}と書くと、送るときに置き換わります。"
        "応募した方の名前や電話番号は書かないでください。",
    )

    def __init__(
        self, *args: Any, facility: Facility, template: AnswerTemplate | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.facility, self.template = facility, template

    def clean_text(self) -> str:
        """Refuse a placeholder that nothing replaces: it would stand in the mail."""
        text: str = self.cleaned_data["text"]
        if unknown := unknown_placeholders(text):
            known = "、".join(f"{{{name}}}" for name in PLACEHOLDERS)
            raise ValidationError(f"「{{{unknown[0]}}}」は使えません。{known}のどれかにしてください")
        return text

    def clean(self) -> dict[str, Any]:
        """Refuse a name that stands already for the same use."""
        sent: dict[str, Any] = super().clean() or {}
        others = AnswerTemplate.objects.filter(
            facility=self.facility, use=sent.get("use", ""), name=sent.get("name", "")
        )
        # The very form sent twice is not a second template.
        others = others.exclude(pk=self.template.pk if self.template else 0)
        if others.exclude(submission_id=sent["submission_id"]).exists():
            self.add_error("name", TWICE)
        return sent
