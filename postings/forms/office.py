"""The words of the office's decisions: reasons per field, a refusal, a suspension."""

from typing import Any

from django import forms

from facilities.models import Facility
from keynet.forms import (
    CheckListField,
    Form,
    MultiLineField,
    PledgeField,
    RadioChoiceField,
    SelectField,
    SingleLineField,
)
from postings.field_names import field_label, grouped_fields

READY_SENTENCES = (
    "実際の条件と合っているか、確かめてください。",
    "もう少し具体的に書いてください。",
    "ほかの項目と内容が合っていません。合わせてください。",
    "最低賃金を下回っています。金額を直してください。",
    "性別や年齢を限る言葉があります。言葉を直してください。",
    "電話番号・メールアドレス・ウェブサイトは、連絡先の欄に移してください。",
    "コードと名称が合っていません。どちらかを直してください。",
)
OWN_ROWS = 3
"""How many fields may be named by hand beside the automatic findings."""


class ConfirmForm(Form):
    """Asks only when the facility is known already: whose posting is it?"""

    settle = RadioChoiceField(
        label="施設の扱い",
        choices=[("join", "既存の施設に結びつける"), ("separate", "別の施設として確認する")],
    )
    admit = PledgeField(
        label="申請した担当者", statement="申請した担当者を、この施設の担当者に加える", required=False
    )

    def __init__(self, *args: Any, known: Facility | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known is None:
            self.fields.clear()


class SendBackForm(Form):
    """Reasons per field: the automatic findings that are ticked, and fields chosen by hand."""

    note = MultiLineField(label="全体へのコメント", max_length=1000, rows=3, required=False)

    def __init__(self, *args: Any, findings: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.findings = findings
        if findings:
            labels = [f"{field_label(field)}：{sentence}" for field, sentence in findings]
            choices = [(str(number), label) for number, label in enumerate(labels)]
            self.fields["found"] = CheckListField(
                label="自動の点検で見つかったこと", choices=choices, required=False
            )
        for number in range(1, OWN_ROWS + 1):
            self.fields[f"field_{number}"] = SelectField(
                label=f"項目{number}", choices=grouped_fields(), required=False
            )
            self.fields[f"ready_{number}"] = SelectField(
                label=f"理由{number}", choices=[(s, s) for s in READY_SENTENCES], required=False
            )
            self.fields[f"words_{number}"] = SingleLineField(
                label=f"理由{number}（自分で書く）", max_length=200, required=False
            )

    @property
    def rows(self) -> list[tuple[Any, Any, Any]]:
        """Return the hand-chosen rows for the page."""
        return [(self[f"field_{n}"], self[f"ready_{n}"], self[f"words_{n}"]) for n in range(1, OWN_ROWS + 1)]

    def clean(self) -> dict[str, Any]:
        """Gather `reasons`; every row needs both its halves, and one reason there must be."""
        cleaned = super().clean() or self.cleaned_data
        gathered: dict[str, list[str]] = {}
        for number in cleaned.get("found") or []:
            field, sentence = self.findings[int(number)]
            gathered.setdefault(field, []).append(sentence)
        for number in range(1, OWN_ROWS + 1):
            field = cleaned.get(f"field_{number}") or ""
            sentence = " ".join(
                filter(None, (cleaned.get(f"ready_{number}"), cleaned.get(f"words_{number}")))
            )
            if field and sentence:
                gathered.setdefault(field, []).append(sentence)
            elif field:
                self.add_error(f"ready_{number}", f"理由{number}を選ぶか、入力してください")
            elif sentence:
                self.add_error(f"field_{number}", f"項目{number}を選んでください")
        if not gathered and not self.errors:
            self.add_error("field_1", "差し戻す項目を1つ以上選び、理由を付けてください")
        cleaned["reasons"] = {field: "\n".join(sentences) for field, sentences in gathered.items()}
        return cleaned


class RejectForm(Form):
    """Why the office cannot accept the posting."""

    reason = MultiLineField(label="受け付けられない理由", max_length=500, rows=4)


class SuspendForm(Form):
    """Why the posting is taken off the site (職業安定法5条の4)."""

    reason = MultiLineField(label="掲載を停止する理由", max_length=500, rows=4)


class SeenForm(forms.Form):
    """Which version the officer has read; the page itself fills it in."""

    version = forms.IntegerField(min_value=1)


class UrgentForm(Form):
    """For how long the posting is shown as urgent; never more than 14 days (domain.md, decision 11)."""

    days = RadioChoiceField(
        label="緊急の募集にする期間", choices=[("3", "3日間"), ("7", "7日間"), ("14", "14日間")]
    )
