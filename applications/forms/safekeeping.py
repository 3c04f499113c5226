"""What is asked of whoever stops the erasing, keeps data longer or opens an application in an emergency."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from applications.models import Application
from applications.safekeeping.emergencies import find
from keynet.forms import DateField, Form, MultiLineField, SingleLineField
from postings.models import Posting

SHORTEST_REASON = 10
LONGEST = timedelta(days=3 * 365)
NO_POSTING = "この番号の募集は見つかりません。KN-で始まる番号を確かめてください。"
NO_APPLICATION = (
    "この番号の応募は見つかりません。A-で始まる受付番号を確かめてください。個人情報を消した応募は開けません。"
)


class Reason(MultiLineField):
    """A reason that somebody else can follow: not a word, not a story."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=300, rows=3, **kwargs)

    def measured(self, text: str) -> str:
        """Return the text, or ask for more of it."""
        if len(text) < SHORTEST_REASON:
            raise ValidationError(
                f"ほかの人が読んでわかるように、{SHORTEST_REASON}文字以上で書いてください。"
            )
        return super().measured(text)


class StopForm(Form):
    """Why nothing may be erased now."""

    reason = Reason(label="消去を止める理由", help_text="応募者や施設の名前は書かないでください。")


class HoldForm(Form):
    """Which posting's data stays until when, and why."""

    number = SingleLineField(label="募集の番号", max_length=20, help_text="例：KN-2611-004182")
    until = DateField(label="保存を延ばす最後の日", help_text="今日から3年後までの日を入力してください。")
    reason = Reason(
        label="保存を延ばす理由", help_text="施設にも表示します。応募者の名前は書かないでください。"
    )
    posting: Posting

    def clean_number(self) -> str:
        """Find the posting; it stands in `posting`."""
        found = Posting.objects.numbered(self.cleaned_data["number"]).first()
        if found is None:
            raise ValidationError(NO_POSTING)
        self.posting = found
        return found.number

    def clean_until(self) -> Any:
        """Take a day from today to three years from now."""
        until, today = self.cleaned_data["until"], timezone.localdate()
        if not today <= until <= today + LONGEST:
            raise ValidationError("今日から3年後までの日を入力してください。")
        return until


class EmergencyForm(Form):
    """Which application, and what for."""

    number = SingleLineField(label="応募の受付番号", max_length=20, help_text="例：A-2611-000123")
    reason = Reason(
        label="閲覧の理由", help_text="施設の管理者に表示します。応募者の名前は書かないでください。"
    )
    application: Application

    def clean_number(self) -> str:
        """Find the application; it stands in `application`."""
        found = find(self.cleaned_data["number"])
        if found is None:
            raise ValidationError(NO_APPLICATION)
        self.application = found
        return found.number
