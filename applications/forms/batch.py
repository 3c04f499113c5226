"""What a facility fills in to answer several applicants at once."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from applications.answer_templates import PLACEHOLDERS, SHIPPED, filled, templates_of, unknown_placeholders
from applications.batches import MOST_INVITED
from applications.forms.answers import REASON_HELP
from applications.forms.slots import TimesForm
from applications.meeting.offering import words_of
from applications.models import Application, Message, Refusal
from facilities.models import Facility
from keynet.forms import Form, MultiLineField, SelectField, SubmittedOnce


class BatchForm(SubmittedOnce, Form):
    """The words for all of them."""

    text = MultiLineField(
        label="応募した方への連絡",
        max_length=1600,
        rows=10,
        help_text="全員に同じ文が届きます。{受付番号}、{職種}、{施設名}は、1件ずつ置き換わります。",
    )

    step = ""

    def __init__(self, *args: Any, facility: Facility, people: int, words: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        self.fields["text"].initial = words or SHIPPED[self.step]
        self.templates = templates_of(facility, self.step)

    def clean_text(self) -> str:
        """Refuse a placeholder that nothing replaces: it would stand in the mails."""
        text: str = self.cleaned_data["text"]
        if unknown := unknown_placeholders(text):
            known = "、".join(f"{{{name}}}" for name in PLACEHOLDERS)
            raise ValidationError(f"「{{{unknown[0]}}}」は使えません。{known}のどれかにしてください")
        return text

    def facts(self) -> dict[str, Any]:
        """Return what the step needs beside the words."""
        return {}

    def mail_text(self, application: Application) -> str:
        """Return the words of one mail."""
        return filled(self.cleaned_data["text"], application)


class BatchRefuseForm(BatchForm):
    """A refusal has a reason for the facility's own record, too."""

    reason = SelectField(
        label="見送りの理由（施設の記録）", choices=Refusal.Reason.choices, help_text=REASON_HELP
    )
    field_order = ("reason", "text")
    step = Message.Step.NOT_SELECT

    def facts(self) -> dict[str, Any]:
        """Return the reason."""
        return {"reason": self.cleaned_data["reason"]}


class BatchInviteForm(TimesForm, BatchForm):
    """The same times for all of them: as many as people, so that everybody finds one."""

    field_order = ("times", "minutes", "place", "online_url", "note", "text")
    step = Message.Step.INVITE
    most = MOST_INVITED

    def clean_times(self) -> list[datetime]:
        """Ask for enough of them."""
        times = super().clean_times()
        if len(set(times)) < self.people:
            raise ValidationError(
                f"選んだ{self.people}名が1つずつ選べるように、{self.people}つ以上入力してください"
            )
        return times

    def facts(self) -> dict[str, Any]:
        """Return times and place."""
        return {"times": self.cleaned_data["times"], "place": self.as_place()}

    def mail_text(self, application: Application) -> str:
        """Return the words of one mail, with the times below."""
        return words_of(super().mail_text(application), **self.facts())


FORMS: dict[str, type[BatchForm]] = {form.step: form for form in (BatchInviteForm, BatchRefuseForm)}
