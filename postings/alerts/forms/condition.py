"""What somebody says who saves a condition, changes its frequency, or stops."""

from keynet.forms import Form, MailField, RadioChoiceField, SubmittedOnce
from postings.alerts.models import Frequency, StopReason

EVERY = ((Frequency.DAILY, "毎日（朝7時ごろ）"), (Frequency.WEEKLY, "毎週（月曜日の朝7時ごろ）"))


class FrequencyForm(Form):
    """How often."""

    frequency = RadioChoiceField(label="お知らせの頻度", choices=EVERY, initial=Frequency.DAILY)


class ConditionForm(SubmittedOnce, FrequencyForm):
    """Where to, and how often."""

    email = MailField(
        label="メールアドレス",
        help_text="例：name@example.jp。確認のメールを送ります。お知らせのほかには使いません。",
    )

    field_order = ("email", "frequency")


class StopForm(Form):
    """Why, if somebody wants to say it."""

    reason = RadioChoiceField(label="停止する理由", choices=StopReason.choices, required=False)
