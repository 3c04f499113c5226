"""What a facility fills in to answer an applicant: the words of the mail, and what the step needs beside them."""

from typing import Any

from applications.answering import next_invitation
from applications.changes import changes_since
from applications.forms.seen import SeenNumberField
from applications.models import Application
from keynet.forms import Form, MultiLineField, PledgeField, SingleLineField

THANKS = "このたびは、当施設の求人に応募いただき、ありがとうございます。\n\n"


class AnswerForm(Form):
    """The words of the mail; `text` goes out as it is."""

    greeting = ""
    text = MultiLineField(
        label="応募した方への連絡",
        max_length=1600,
        rows=10,
        help_text="この文が、そのままメールに入ります。応募した方の名前や電話番号は書かないでください。",
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.application = application
        self.fields["text"].initial = THANKS + self.greeting

    def facts(self) -> dict[str, Any]:
        """Return what the verb needs beside the actor."""
        return dict(self.cleaned_data)


class InviteForm(AnswerForm):
    """Day and place of an interview, in the facility's words; `number` is the invitation's, 2 for a second one."""

    greeting = "面接を行いたく、ご案内します。ご都合が悪いときは、お手数ですがご連絡ください。"
    number = SeenNumberField(required=False)
    when = SingleLineField(label="面接の日時", max_length=100, help_text="例：12月1日（火）10時から30分ほど")
    where = SingleLineField(
        label="面接の場所", help_text="例：本館2階 会議室。オンラインのときは、参加のためのURL"
    )
    field_order = ("when", "where", "text")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].initial = next_invitation(self.application)

    def facts(self) -> dict[str, Any]:
        """Return the words with day and place before them, and which invitation this is."""
        sent = self.cleaned_data
        text = f"日時：{sent['when']}\n場所：{sent['where']}\n\n{sent['text']}"
        return {"text": text, "number": sent["number"]}


class OfferForm(AnswerForm):
    """The offer; when terms changed since the application, the facility declares that it stated them."""

    greeting = "選考の結果、内定としましたのでお知らせします。承諾されるかどうかをお知らせください。"
    version = SeenNumberField(required=False)
    stated = PledgeField(
        label="変わった条件の明示",
        statement="変更内容を明示しました",
        help_text="変わった条件は、メールにも書き添えます（職業安定法5条の3）。",
        error_messages={"required": "変わった条件を確かめて、チェックを入れてください"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        posting = self.application.posting
        self.fields["version"].initial = posting.version
        if not changes_since(self.application.version, posting):
            del self.fields["stated"]

    def facts(self) -> dict[str, Any]:
        """Return the words, and up to which version the changes were stated."""
        sent = self.cleaned_data
        return {"text": sent["text"], "stated_version": sent["version"] if sent.get("stated") else None}


class NotSelectForm(AnswerForm):
    """The end without a hire."""

    greeting = "慎重に選考した結果、今回は採用を見送ることになりました。ご了承ください。"


class InquiryAnswerForm(Form):
    """The answer to a question, passed on unaltered."""

    answer = MultiLineField(
        label="回答",
        max_length=1000,
        rows=8,
        help_text="書いた文が、そのまま質問した方に見えます。送ったあとは直せません。",
    )
