"""A further facility of a municipality or a prefecture."""

from typing import Any

from facilities.models import Facility
from keynet.forms import ModelForm, PhoneField, PostalField, RadioChoiceField, SingleLineField
from keynet.vocabulary.employment import FacilityKind
from keynet.vocabulary.prefectures import PREFECTURES

KINDS = (
    (FacilityKind.HEALTH_CENTER.value, "保健所"),
    (FacilityKind.TEST_CENTER.value, "地域外来・検査センター"),
    (FacilityKind.MUNICIPALITY.value, "ワクチン接種会場など、自治体が直接運営する施設"),
)


class BranchForm(ModelForm):
    """What is not known from the government itself; hospitals have a code and register by themselves."""

    kind = RadioChoiceField(label="施設の種類", choices=KINDS)
    name = SingleLineField(
        label="施設の名称", max_length=120, help_text="例：横浜市 中区保健所、川崎市 幸区ワクチン接種会場"
    )
    postal_code = PostalField(label="郵便番号", required=False, help_text="例：105-0011")
    city = SingleLineField(label="市区町村", max_length=60, width="m", autocomplete="address-level2")
    address = SingleLineField(label="町名・番地", max_length=120, autocomplete="address-line1")
    building = SingleLineField(
        label="建物名・階", max_length=80, required=False, autocomplete="address-line2"
    )
    phone = PhoneField(label="代表電話", required=False, help_text="例：045-000-0000")

    class Meta:
        model = Facility
        fields = ("kind", "name", "postal_code", "city", "address", "building", "phone")

    def __init__(self, *args: Any, parent: Facility, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.prefecture = parent.prefecture
        self.fields["city"].help_text = f"{PREFECTURES[parent.prefecture].name}の市区町村です。"

    def refuse_name(self) -> None:
        """Say that a facility of this name is there, and what to do instead."""
        self.add_error("name", "この名称の施設は、すでに加えてあります。別の名称を入力してください")
