"""What a facility fills in to hire, and to take a hire back."""

from datetime import date
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.utils import timezone

from applications.changes import unstated_changes
from applications.forms.answers import AnswerForm
from applications.forms.seen import SeenNumberField
from applications.hiring import hindrance, needs_licence
from applications.spot_days import left_on
from keynet.forms import CheckListField, DateField, PledgeField, RadioChoiceField, SingleLineField, YesNoField
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.recruiting import Referrer
from postings.models import Posting
from postings.models.days import key_of
from postings.wording.hours import spot_day


class HireForm(AnswerForm):
    """First day or days, the licence that was seen (originals only: no copy is kept), and what is reported of the hire."""

    greeting = "採用が決まりましたので、お知らせします。勤務の前の研修の日程は、あらためて連絡します。"
    version = SeenNumberField(required=False)
    consented = PledgeField(
        label="本人の承諾",
        statement="電話などで、本人が内定を承諾したことを確かめました",
        help_text="この応募には、まだ承諾の返事が届いていません。",
        error_messages={"required": "本人の承諾を確かめて、チェックを入れてください"},
    )
    starts_on = DateField(label="勤務を始める日", earliest=2020)
    days = CheckListField(
        label="勤務する日",
        choices=(),
        error_messages={
            "required": "勤務する日を1つ以上選んでください",
            "invalid_choice": "選んだ日は必要人数に達したか、なくなりました。選び直してください",
        },
    )
    licence_seen_on = DateField(
        label="免許証の原本を確認した日", earliest=2020, help_text="写しの画像は保存しません。"
    )
    licence_seen_by = SingleLineField(label="免許証の原本を確認した人", max_length=80, width="m")
    stated = PledgeField(
        label="変わった条件の明示",
        statement="変更内容を明示しました",
        help_text="変わった条件は、メールにも書き添えます（職業安定法5条の3）。",
        error_messages={"required": "変わった条件を確かめて、チェックを入れてください"},
    )
    terms_differ = YesNoField(
        label="募集の条件と実際の条件の相違",
        words=("相違なし", "相違あり"),
        help_text="厚生労働省への採用実績報告に入ります。応募した方には送られません。",
    )
    terms_difference = SingleLineField(
        label="相違の内容",
        required=False,
        help_text="「相違あり」のときに入力してください。例：週3日から週2日に変更",
    )
    referred_by = RadioChoiceField(
        label="対面での紹介",
        choices=Referrer.choices,
        initial=Referrer.NONE,
        help_text="この方を対面で紹介した機関があれば選んでください。",
    )
    field_order = (
        *("consented", "starts_on", "days", "licence_seen_on", "licence_seen_by", "stated"),
        *("terms_differ", "terms_difference", "referred_by", "text"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        posting = self.application.posting
        self.fields["version"].initial = posting.version
        self.hindrance = hindrance(self.application, posting)
        self._offer_days(posting)
        superfluous = {
            "starts_on" if posting.spot_dates else "days",
            *(() if needs_licence(posting) else ("licence_seen_on", "licence_seen_by")),
            *(("consented",) if self.application.accepted_at else ()),
            *(() if unstated_changes(self.application, posting) else ("stated",)),
        }
        for name in superfluous:
            del self.fields[name]

    def _offer_days(self, posting: Posting) -> None:
        """Let days be chosen that have a place left, and name the others."""
        days = cast(CheckListField, self.fields["days"])
        days.choices = [
            (key_of(day), f"{spot_day(day)}　残り{left_on(posting, day)}名")
            for day in posting.spot_dates
            if left_on(posting, day)
        ]
        if full := [spot_day(day) for day in posting.spot_dates if not left_on(posting, day)]:
            days.help_text = f"必要人数に達した日は選べません：{'、'.join(full)}"

    def clean_licence_seen_on(self) -> date:
        """Refuse a day that has not come yet."""
        day: date = self.cleaned_data["licence_seen_on"]
        if day > timezone.localdate():
            raise ValidationError("免許証の原本を確認した日は、今日までの日付にしてください")
        return day

    def clean(self) -> dict[str, Any]:
        """Ask what the difference is, and only then."""
        answers = super().clean() or self.cleaned_data
        if answers.get("terms_differ") and not answers.get("terms_difference"):
            self.add_error("terms_difference", "相違の内容を入力してください")
        if answers.get("terms_differ") is False:
            answers["terms_difference"] = ""
        return answers

    def facts(self) -> dict[str, Any]:
        """Return the facts of the hire; single days say themselves when the work begins."""
        facts = {**self.cleaned_data, "text": self.mail_text()}
        version, stated = facts.pop("version"), facts.pop("stated", False)
        facts.pop("consented", None)
        if days := facts.get("days"):
            facts["starts_on"] = date.fromisoformat(min(days)[:10])
        return {**facts, "stated_version": version if stated else None}

    def mail_text(self) -> str:
        """Return the words with the days of the work before them."""
        sent = self.cleaned_data
        if "days" not in self.fields:
            return f"勤務を始める日：{date_ja(sent['starts_on'])}\n\n{sent['text']}"
        lines = {
            key_of(day): spot_day(day | {"headcount": None}) for day in self.application.posting.spot_dates
        }
        chosen = "\n".join(f"・{lines[key]}" for key in sorted(sent["days"]))
        return f"勤務する日：\n{chosen}\n\n{sent['text']}"


class CancelForm(AnswerForm):
    """The hire is taken back: a reason for the record, words for the person."""

    greeting = "採用を取り消すことになりましたので、お知らせします。"
    reason = SingleLineField(
        label="取消の理由",
        help_text="施設の記録に残ります。応募した方には送られません。例：本人の都合で就業せず",
    )
    field_order = ("reason", "text")
