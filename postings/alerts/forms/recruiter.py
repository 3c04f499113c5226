"""What the office writes down of a recruiter."""

from typing import Any

from keynet.forms import CheckChipsField, MailField, ModelForm, SingleLineField
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import CHOICES
from postings.alerts.models import Recruiter


class RecruiterChoicesForm(ModelForm):
    """What may be changed later: everything but the address, which only a new invitation proves."""

    company = SingleLineField(label="事業者の名称", max_length=100)
    licence_number = SingleLineField(label="許可番号", max_length=20, width="m", help_text="例：13-ユ-123456")
    occupations = CheckChipsField(
        label="お知らせする職種",
        choices=Occupation.choices,
        required=False,
        help_text="何も選ばないと、すべての職種をお知らせします。",
    )
    prefectures = CheckChipsField(
        label="お知らせする都道府県",
        choices=CHOICES,
        required=False,
        help_text="何も選ばないと、すべての都道府県をお知らせします。",
    )

    class Meta:
        model = Recruiter
        fields: tuple[str, ...] = ("company", "licence_number", "occupations", "prefectures")


class RecruiterForm(RecruiterChoicesForm):
    """A new recruiter; it gets one letter that asks, and nothing else before its own yes."""

    address = MailField(
        label="送付先のメールアドレス",
        help_text="受け取りの確認のメールを送ります。ほかの宛先に見えることはありません。",
    )

    field_order = ("company", "licence_number", "address")

    class Meta(RecruiterChoicesForm.Meta):
        fields = ("company", "licence_number", "address", "occupations", "prefectures")

    def clean_address(self) -> Any:
        """Compare without capitals: one company is entered once."""
        address = self.cleaned_data["address"]
        if Recruiter.objects.filter(address__iexact=address).exists():
            self.refuse_address()
        return address

    def refuse_address(self) -> None:
        """Say that the address is known, and what to do instead."""
        sentence = "このメールアドレスは登録されています。一覧から事業者を選んで、もう一度確認のメールを送ってください"
        self.add_error("address", sentence)
