"""What a nurse center types: its public contact, and where its letters go."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from facilities.models import Desk
from keynet.forms import Form, MailField, ModelForm, PhoneField, SingleLineField

IS_WEB_ADDRESS = URLValidator(schemes=["http", "https"])


class ContactForm(ModelForm):
    """The center's contact; all of it is shown to the public."""

    name = SingleLineField(label="名称", max_length=100, help_text="例：神奈川県ナースセンター")
    phone = PhoneField(label="電話番号", help_text="相談する方がかける番号です。例：045-000-0000")
    hours = SingleLineField(label="受付時間", max_length=100, required=False, help_text="例：平日 9時〜17時")
    address = SingleLineField(label="所在地", max_length=200, required=False, autocomplete="street-address")
    url = SingleLineField(
        label="ウェブサイト", max_length=300, required=False, help_text="例：https://www.example.jp/"
    )

    class Meta:
        model = Desk
        fields = ("name", "phone", "hours", "address", "url")

    def clean_url(self) -> str:
        """Return the address of a page; nothing else may become a link on the public page."""
        url: str = self.cleaned_data["url"]
        try:
            if url:
                IS_WEB_ADDRESS(url)
        except ValidationError as error:
            raise ValidationError(
                "ウェブサイトは https:// から入力してください。例：https://www.example.jp/"
            ) from error
        return url


class LetterAddressForm(Form):
    """One more address that the prefecture's nurse postings are mailed to."""

    mail = MailField(label="送付先のメールアドレス", help_text="公開されません。例：name@example.jp")
