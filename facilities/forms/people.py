"""Letting people in, and what they may decide."""

from typing import Any

from facilities.models import Facility, Membership
from keynet.accounts.forms import FirstPasswordForm
from keynet.forms import CheckListField, Form, MailField, RadioChoiceField, SingleLineField

ROLES = (
    (Membership.Role.MEMBER.value, "担当者（募集の作成・公開、応募者への対応）"),
    (Membership.Role.ADMIN.value, "管理者（担当者の仕事に加えて、職員の招待と権限の変更）"),
)


class InviteForm(Form):
    """Whom to invite, as what, and to which facilities at once."""

    email = MailField(
        label="招待する方のメールアドレス",
        help_text="参加するためのリンクを送ります。リンクは1回だけ、7日間使えます。",
    )
    role = RadioChoiceField(label="役割", choices=ROLES, initial=Membership.Role.MEMBER.value)
    also = CheckListField(
        label="同時に加える施設",
        required=False,
        choices=(),
        help_text="あなたが管理者になっている、同じ自治体の施設です。",
    )

    def __init__(self, *args: Any, sisters: list[Facility], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sisters = {str(sister.public_id): sister for sister in sisters}
        also = self.fields["also"]
        assert isinstance(also, CheckListField)
        also.choices = [(key, sister.name) for key, sister in self.sisters.items()]
        if not sisters:
            del self.fields["also"]

    @property
    def chosen_sisters(self) -> list[Facility]:
        """Return the ticked facilities."""
        return [self.sisters[key] for key in self.cleaned_data.get("also", ())]


class JoinForm(FirstPasswordForm):
    """The name and first password of an invited person who has no account."""

    name = SingleLineField(label="氏名", max_length=80, autocomplete="name")
    field_order = ("name", "password", "again")
