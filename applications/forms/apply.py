"""The application: only what selection needs (職業安定法5条の5; domain.md C.1 lists what is never asked)."""

from typing import Any

from applications.forms.seen import SeenNumberField
from applications.models import Application
from keynet.forms import (
    CheckChipsField,
    CountField,
    Form,
    KanaField,
    MailField,
    MultiLineField,
    PhoneField,
    PledgeField,
    PrefectureField,
    RadioChoiceField,
    SingleLineField,
    SubmittedOnce,
)
from keynet.vocabulary.occupations import Occupation
from postings.models import Posting

CONSENT = "入力した個人情報を、この施設の選考のために施設へ渡すことに同意します"


class ApplyForm(SubmittedOnce, Form):
    """Who applies, with what licences, from when. No birthday, sex, family or photograph."""

    version = SeenNumberField(required=False)
    family_name = SingleLineField(label="姓", max_length=40, width="m", autocomplete="family-name")
    given_name = SingleLineField(label="名", max_length=40, width="m", autocomplete="given-name")
    family_kana = KanaField(label="姓のフリガナ", max_length=40, width="m", help_text="例：ナカムラ")
    given_kana = KanaField(label="名のフリガナ", max_length=40, width="m", help_text="例：ユミ")
    email = MailField(
        label="メールアドレス", help_text="確認コードをこのアドレスに送ります。例：name@example.jp"
    )
    phone = PhoneField(label="電話番号", help_text="日中に連絡できる番号。例：090-0000-0000")
    call_hours = SingleLineField(
        label="電話に出られる時間", max_length=60, required=False, help_text="例：平日の18時以降"
    )
    prefecture = PrefectureField(label="お住まいの都道府県")
    city = SingleLineField(
        label="お住まいの市区町村", max_length=60, required=False, width="m", autocomplete="address-level2"
    )
    licences = CheckChipsField(
        label="お持ちの資格・職種",
        choices=Occupation.choices,
        help_text="あてはまるものをすべて選んでください。資格がいらない仕事は「事務職」か「その他」を選んでください。",
    )
    years_of_experience = CountField(label="経験年数", most=70, unit="年", required=False)
    years_away = CountField(label="離職してからの年数", most=70, unit="年", required=False)
    available = SingleLineField(
        label="働ける日・始められる日", required=False, help_text="例：週3日まで、12月1日から"
    )
    training_history = SingleLineField(
        label="受けたことのある研修", required=False, help_text="感染対策、ワクチン接種など"
    )
    interview_wish = RadioChoiceField(
        label="面接の希望", choices=Application.InterviewWish.choices, initial=Application.InterviewWish.ANY
    )
    message = MultiLineField(
        label="志望動機・自己PR", max_length=800, required=False, help_text="800文字まで"
    )

    def __init__(self, *args: Any, posting: Posting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = posting.version
        if posting.spot_dates:
            available = self.fields["available"]
            available.required = True
            available.label = "働ける日"
            available.error_messages["required"] = "働ける日を入力してください。例：12月5日、12月6日"

    def facts(self) -> dict[str, Any]:
        """Return the checked answers as the columns of an application."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in ("submission_id", "version")
        }


class ConsentForm(Form):
    """The consent to hand the data to this facility, given on the page that names it."""

    agreed = PledgeField(
        statement=CONSENT,
        label="個人情報の取り扱い",
        error_messages={"required": "個人情報の取り扱いを読んで、チェックを入れてください"},
    )
