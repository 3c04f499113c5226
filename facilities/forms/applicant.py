"""Block 施設と担当者 of the registration: who offers work, and who answers for it."""

from typing import Any

from facilities.forms.codes import InstitutionCodeField, LgCodeField
from facilities.lifecycle import RegistrationStatus
from facilities.models import Facility, Registration
from keynet.forms import (
    KanaField,
    MailField,
    PhoneField,
    PostalField,
    PrefectureField,
    SelectField,
    SingleLineField,
)
from keynet.forms.draft import DraftForm
from keynet.forms.postal_fill import PostalFill
from keynet.vocabulary.employment import FacilityKind
from keynet.vocabulary.prefectures import PREFECTURES

WITH_OWNER = {FacilityKind.HEALTH_CENTER.value, FacilityKind.CHECKUP_ORG.value}


class FacilityForm(PostalFill, DraftForm):
    """The facility; what the institution directory knows is filled in by its finder."""

    postal_fields = ("postal_code",)
    instance: Facility

    kind = SelectField(label="機関の種類", choices=FacilityKind.choices)
    name = SingleLineField(
        label="機関の名称",
        max_length=120,
        help_text="法人名を含む正式な名称です。",
        autocomplete="organization",
    )
    institution_code = InstitutionCodeField(
        label="医療機関コード",
        required=False,
        help_text="7桁か、都道府県番号から始まる10桁です。ない場合は空欄にします。",
    )
    lg_code = LgCodeField(
        label="全国地方公共団体コード", required=False, help_text="市町村・特別区の方が入力します。例：131016"
    )
    gmis_id = SingleLineField(
        label="G-MISのID", max_length=20, required=False, width="m", help_text="お持ちの場合に入力します。"
    )
    entrusted_by = SingleLineField(
        label="設置・委託元の自治体",
        max_length=80,
        required=False,
        help_text="保健所は設置する自治体、健診機関等は委託元の自治体です。例：横浜市",
    )
    postal_code = PostalField(label="郵便番号", required=False, help_text="例：105-0011")
    prefecture = PrefectureField(label="都道府県")
    city = SingleLineField(label="市区町村", max_length=60, width="m", autocomplete="address-level2")
    address = SingleLineField(label="町名・番地", max_length=120, autocomplete="address-line1")
    building = SingleLineField(
        label="建物名・階", max_length=80, required=False, autocomplete="address-line2"
    )
    phone = PhoneField(label="代表電話", required=False, help_text="例：045-000-0000")

    class Meta:
        model = Facility
        fields = (
            *("kind", "name", "institution_code", "lg_code", "gmis_id", "entrusted_by"),
            *("postal_code", "prefecture", "city", "address", "building", "phone"),
        )

    def fill_in(self) -> None:
        """Bring the institution code to prefecture and seven digits; a prefecture's own code is known."""
        code, prefecture = self.answered("institution_code") or "", self.answered("prefecture") or ""
        if len(code) == 10:
            self.cleaned_data["institution_code"] = code[:2] + code[3:]
        elif len(code) == 7 and prefecture:
            self.cleaned_data["institution_code"] = prefecture + code
        if self.answered("kind") == FacilityKind.PREFECTURE and prefecture and not self.answered("lg_code"):
            self.cleaned_data["lg_code"] = PREFECTURES[prefecture].lg_code

    def check_whole(self) -> None:
        """Ask for what the kind makes necessary, and see that the codes lie in the prefecture."""
        self.need_when("kind", FacilityKind.MUNICIPALITY.value, "lg_code")
        self.need_when("kind", WITH_OWNER, "entrusted_by")
        prefecture = self.answered("prefecture")
        for name in ("institution_code", "lg_code"):
            code = self.answered(name)
            if prefecture and code and code[:2] != prefecture:
                label = self.fields[name].label
                self.add_error(
                    name, f"{label}の先頭の2桁と、都道府県が合っていません。どちらかを直してください"
                )


class ContactForm(DraftForm):
    """Who answers for the registration; also whom applicants' letters reach at first."""

    stamp_name = "contact_stamp"
    instance: Registration

    department = SingleLineField(
        label="担当部署", max_length=60, help_text="募集の画面に表示します。例：看護部"
    )
    contact_name = SingleLineField(label="担当者の氏名", max_length=80, autocomplete="name")
    contact_kana = KanaField(label="担当者のフリガナ", max_length=80, required=False)
    contact_phone = PhoneField(label="担当者の電話番号", help_text="例：045-000-0000")
    contact_email = MailField(
        label="担当者のメールアドレス",
        help_text="確認のメールと、初回ログインの案内を送ります。募集の画面には表示しません。",
    )

    class Meta:
        model = Registration
        fields = ("department", "contact_name", "contact_kana", "contact_phone", "contact_email")

    def __init__(self, data: Any = None, *, instance: Registration, draft: bool = False) -> None:
        self.may_be_draft = instance.status == RegistrationStatus.DRAFT
        super().__init__(data, instance=instance, draft=draft and self.may_be_draft)
        if instance.status == RegistrationStatus.RETURNED:
            # The address was proved; the corrected form goes to the office without another proof.
            del self.fields["contact_email"]
            self.stored.pop("contact_email")
