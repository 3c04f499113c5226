"""Block 応募の受付と誓約: who may apply, how one is chosen and trained, until when, whom to ask."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from facilities.lifecycle import RegistrationStatus
from keynet.forms import (
    CheckChipsField,
    CheckListField,
    CountField,
    DateField,
    KanaField,
    MailField,
    PhoneField,
    PledgeField,
    RadioChoiceField,
    SelectField,
    SingleLineField,
    YesNoField,
)
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.recruiting import AgeLimitReason, Document, SelectionMethod, Tag, TrainingProvider
from postings.forms.block import BlockForm
from postings.models import Posting
from postings.models.terms import IntakeTerms

CONTACT = ("contact_department", "contact_name", "contact_kana", "contact_phone", "contact_email")
USUAL_DAYS = timedelta(days=60)
REASONS = [(reason.value, f"{reason.label}：{reason.explanation}") for reason in AgeLimitReason]
PLEDGE = "採用した方に、募集で示した研修を受講させ、受講したことを厚生労働省に報告します。"


def last_publish_day(today: date) -> date:
    """Return the end of the month after next: a posting says what is true now, not in half a year."""
    months = today.year * 12 + today.month + 2
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


class IntakeForm(BlockForm):
    """年齢制限・研修・選考・公開期間・担当."""

    block = "intake"
    dependent = frozenset({"age_limit_reason", "age_limit_note"})
    together = (("publish_from", "publish_to"),)

    age_limit = SingleLineField(
        label="年齢制限",
        max_length=30,
        required=False,
        help_text="原則として、設けられません。制限がない場合は空欄のままにします。",
    )
    age_limit_reason = SelectField(label="年齢制限の例外事由", choices=REASONS, required=False)
    age_limit_note = SingleLineField(label="年齢制限の理由", required=False)
    tags = CheckChipsField(label="こだわり", choices=Tag.choices, required=False)
    training_provider = RadioChoiceField(label="研修の実施主体", choices=TrainingProvider.choices)
    training_when = SingleLineField(
        label="研修の予定時期", max_length=60, help_text="例：採用時に半日、採用から1週間以内"
    )
    training_paid = YesNoField(label="研修時間の給与", words=("支給しない", "支給する"))
    training_pledge = PledgeField(label="研修の受講・報告の誓約", statement=PLEDGE)
    selection_methods = CheckListField(label="選考方法", choices=SelectionMethod.choices)
    selection_times = CountField(label="選考の回数", least=1, most=9, unit="回")
    result_days = CountField(
        label="結果を知らせるまでの日数", least=1, most=60, unit="日", help_text="応募か面接からの目安です。"
    )
    documents = CheckListField(
        label="応募書類",
        choices=Document.choices,
        required=False,
        help_text="面接のときに持ってきてもらうものです。このサイトでは書類を受け取りません。",
    )
    publish_from = DateField(
        label="公開開始の希望日",
        required=False,
        help_text="この日までに確認が終わると、運営事務局が助かります。公開するのは施設の方です。空欄の場合は、確認が終わりしだいです。",
    )
    publish_to = DateField(label="公開終了予定日", help_text="翌々月の末日まで選べます。あとで延ばせます。")
    contact_department = SingleLineField(label="担当部署", max_length=60)
    contact_name = SingleLineField(label="担当者の氏名", max_length=80, autocomplete="name")
    contact_kana = KanaField(label="担当者のフリガナ", max_length=80, required=False)
    contact_phone = PhoneField(label="担当者の電話番号", help_text="例：045-000-0000")
    contact_phone_public = YesNoField(
        label="電話番号の公開",
        words=("公開しない", "公開する"),
        help_text="担当部署は公開されます。メールアドレスは公開されません。",
    )
    contact_email = MailField(
        label="担当者のメールアドレス", help_text="応募や質問があったことを知らせます。公開されません。"
    )
    share_with_recruiters = YesNoField(
        label="民間職業紹介事業者への周知",
        words=("知らせない", "知らせる"),
        help_text="勤務地の都道府県とハローワーク、看護職ではナースセンター、医師では医師バンクには、"
        "どちらを選んでも募集の内容を提供します。",
    )
    internal_note = SingleLineField(
        label="運営事務局への連絡", max_length=400, required=False, help_text="公開されません。"
    )

    class Meta:
        model = Posting
        fields = [field.name for field in IntakeTerms._meta.local_fields]

    def __init__(self, data: Any = None, *, instance: Posting, draft: bool = False) -> None:
        super().__init__(data, instance=instance, draft=draft)
        if is_being_registered(instance):
            for name in CONTACT:
                del self.fields[name]
                self.stored.pop(name)

    def suggestions(self) -> dict[str, Any]:
        """Return the usual period, documents and training."""
        today = timezone.localdate()
        return {
            "publish_to": min(today + USUAL_DAYS, last_publish_day(today)),
            "documents": [Document.RESUME, Document.LICENCE_COPY],
            "selection_times": 1,
        }

    def check_order(self) -> None:
        """See that the period of publication runs forward."""
        begins, ends = self.answered("publish_from"), self.answered("publish_to")
        if begins and ends and ends < begins:
            self.add_error(
                "publish_to",
                f"公開終了予定日は、公開開始の希望日（{date_ja(begins)}）より後の日付にしてください",
            )

    def check_whole(self) -> None:
        """Ask for the ground of an age limit; a posting is shown from today to the end of the month after next."""
        if self.answered("age_limit"):
            self.need("age_limit_reason", "age_limit_note")
        documents = self.answered("documents") or []
        if Document.NONE in documents and len(documents) > 1:
            self.add_error("documents", "「なし」を選ぶときは、ほかの書類を外してください")
        today, until = timezone.localdate(), self.answered("publish_to")
        if until and until < today:
            self.add_error("publish_to", "公開終了予定日は、今日以降の日付にしてください")
        if until and until > last_publish_day(today):
            last = date_ja(last_publish_day(today))
            self.add_error("publish_to", f"公開終了予定日は、{last}までの日付にしてください")


def is_being_registered(posting: Posting) -> bool:
    """Return whether the contact is the registration's, asked for there and not a second time."""
    registration = posting.registration
    return registration is not None and registration.status != RegistrationStatus.CONFIRMED
