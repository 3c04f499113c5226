"""The six digits that came by mail."""

from applications.forms.seen import SeenNumberField
from keynet.forms import Form, SingleLineField

USED_UP = "この確認コードは使えなくなりました。「新しい確認コードを送る」を押してください"


class CodeForm(Form):
    """The code; for applications also the version of the posting that stood on the page."""

    version = SeenNumberField(required=False)
    code = SingleLineField(
        label="確認コード",
        max_length=40,
        width="s",
        help_text="6桁の数字です。全角でも入力できます。",
        autocomplete="one-time-code",
        error_messages={"required": "メールに書かれた6桁の確認コードを入力してください"},
    )

    def wrong(self, tries_left: int) -> None:
        """Say that the code did not fit, and what is possible now."""
        again = f"確認コードが違います。メールを確かめて、もう一度入力してください（あと{tries_left}回）"
        self.add_error("code", again if tries_left else USED_UP)
