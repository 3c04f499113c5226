"""A further facility of a municipality or a prefecture."""

from django.http import QueryDict

from facilities.models import Facility
from keynet.forms import ModelForm, PhoneField, PostalField, RadioChoiceField, SingleLineField
from keynet.forms.postal_fill import FILL_ADDRESS, PostalFill
from keynet.vocabulary.employment import FacilityKind
from keynet.vocabulary.prefectures import PREFECTURES

KINDS = (
    (FacilityKind.HEALTH_CENTER.value, "保健所"),
    (FacilityKind.TEST_CENTER.value, "地域外来・検査センター"),
    (FacilityKind.MUNICIPALITY.value, "ワクチン接種会場など、自治体が直接運営する施設"),
)


class BranchForm(PostalFill, ModelForm):
    """What is not known from the government itself; hospitals have a code and register by themselves."""

    postal_fields = ("postal_code",)

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

    def __init__(self, data: QueryDict | None = None, *, parent: Facility) -> None:
        if data is not None and data.get("action") == FILL_ADDRESS:
            # Help is asked for, nothing is handed in: what is missing yet is no mistake.
            filled, self.postal_answer = _addressed(data, parent)
            super().__init__(initial=filled.dict())
        else:
            super().__init__(data, initial={"city": _town_of(parent)})
        self.instance.prefecture = parent.prefecture
        self.fields["city"].help_text = f"{PREFECTURES[parent.prefecture].name}の市区町村です。"

    def refuse_name(self) -> None:
        """Say that a facility of this name is there, and what to do instead."""
        self.add_error("name", "この名称の施設は、すでに加えてあります。別の名称を入力してください")


def _town_of(parent: Facility) -> str:
    """Return what is known of where a municipality's facilities stand: in the municipality."""
    return parent.name if parent.kind == FacilityKind.MUNICIPALITY else ""


def _addressed(data: QueryDict, parent: Facility) -> tuple[QueryDict, str]:
    """Return the typed data with the address of the postal code; the suggested town gives way to town and ward."""
    asked = data.copy()
    if asked.get("city") == _town_of(parent):
        asked["city"] = ""
    filled, answer = BranchForm.with_address(asked)
    if filled.get("prefecture", parent.prefecture) != parent.prefecture:
        return data, f"{PREFECTURES[parent.prefecture].name}の郵便番号ではありません。確かめてください。"
    return (filled if filled is not asked else data), answer
