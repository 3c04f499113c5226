"""What a prefecture types: its reception desk, and where its letters go."""

from facilities.desks import LETTER_DESKS
from facilities.models import Desk
from keynet.forms import Form, MailField, ModelForm, PhoneField, RadioChoiceField, SingleLineField


class ReceptionDeskForm(ModelForm):
    """The desk where seekers of the prefecture are received; all of it is shown to the public."""

    name = SingleLineField(label="窓口の名称", max_length=100, help_text="例：神奈川県 医療人材受付窓口")
    phone = PhoneField(label="電話番号", help_text="求職者がかける番号")
    hours = SingleLineField(label="受付時間", max_length=100, help_text="例：平日 9時〜17時")
    address = SingleLineField(label="所在地", max_length=200, required=False)
    url = SingleLineField(
        label="ウェブサイト", max_length=300, required=False, help_text="https:// から始まるアドレス"
    )

    class Meta:
        model = Desk
        fields = ("name", "phone", "hours", "address", "url")


class LetterAddressForm(Form):
    """One more address that every posting of the prefecture is mailed to."""

    kind = RadioChoiceField(
        label="受け取る部署",
        choices=[(kind.value, kind.label) for kind in LETTER_DESKS],
        initial=LETTER_DESKS[0].value,
    )
    mail = MailField(label="送付先のメールアドレス", help_text="公開されません。")
