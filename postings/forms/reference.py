"""The office's tables: minimum wages (one, or a year's as pasted) and words that mean the same."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from keynet.forms import Form, MultiLineField, SelectField, SingleLineField, YenField
from keynet.vocabulary.japanese import date_ja, search_key
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.parsing import parse_date, parse_number
from keynet.vocabulary.prefectures import PREFECTURES, by_name
from postings.models import MinimumWage
from postings.models.minimum_wage import LEAST, MOST


class MinimumWagesForm(Form):
    """A year's amounts, pasted from a table: 都道府県, 発効日, 時間額."""

    rows = MultiLineField(
        label="都道府県・発効日・時間額",
        max_length=6000,
        rows=12,
        help_text="表計算の3つの列を、そのまま貼り付けてください。1行に1つの都道府県です。"
        "例：神奈川県、2026年10月1日、1,290円",
    )

    def clean_rows(self) -> list[MinimumWage]:
        """Return the rows, or say of each wrong line what to correct."""
        wages: list[MinimumWage] = []
        wrong: list[str] = []
        for at, line in enumerate(self.cleaned_data["rows"].split("\n"), start=1):
            if line.strip():
                try:
                    wages.append(_wage(line))
                except Mistake as mistake:
                    wrong.append(f"{at}行目：{mistake.sentence}")
        wrong += _repeated(wages)
        if wrong:
            raise ValidationError(wrong)
        return wages


def _wage(line: str) -> MinimumWage:
    place, day, amount = _cells(line)
    prefecture = PREFECTURES.get(place.zfill(2)) or by_name(place)
    if prefecture is None:
        raise Mistake("prefecture", "都道府県は「神奈川県」のように入力してください。")
    yen = parse_number(amount)
    if not LEAST <= yen <= MOST:
        raise Mistake("yen", f"時間額は{LEAST}円から{MOST}円までで入力してください。")
    return MinimumWage(prefecture=prefecture.code, in_force_on=parse_date(day), yen_per_hour=yen)


def _cells(line: str) -> list[str]:
    """Return the three cells of a line that was pasted from a spreadsheet, a CSV file or a text."""
    mark = next((mark for mark in "\t、" if mark in line), ",")
    cells = [cell.strip() for cell in next(csv.reader([line], delimiter=mark)) if cell.strip()]
    if len(cells) < 3:
        raise Mistake("cells", "都道府県・発効日・時間額の3つを入力してください。")
    # 1,290円 without quotation marks is two cells of a CSV line.
    return [cells[0], cells[1], "".join(cells[2:])]


def _repeated(wages: list[MinimumWage]) -> Iterator[str]:
    known = set(
        MinimumWage.objects.filter(in_force_on__in={wage.in_force_on for wage in wages}).values_list(
            "prefecture", "in_force_on"
        )
    )
    for wage in wages:
        key = (wage.prefecture, wage.in_force_on)
        if key in known:
            name = PREFECTURES[wage.prefecture].name
            yield f"{name}には、同じ発効日の額がすでにあります。その行を消してください。"
        known.add(key)


class CorrectWageForm(Form):
    """Another amount for a wrong one of a prefecture."""

    wage = SelectField(label="直す額", choices=[])
    yen_per_hour = YenField(label="正しい時間額", least=LEAST, most=MOST)

    def __init__(self, *args: Any, rows: Iterable[MinimumWage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {str(wage.pk): wage for wage in rows}
        choices = [(pk, f"{date_ja(w.in_force_on)}から {w.yen_per_hour:,}円") for pk, w in self.rows.items()]
        cast(forms.ChoiceField, self.fields["wage"]).choices = choices

    def clean_wage(self) -> MinimumWage:
        """Return the row itself."""
        return self.rows[self.cleaned_data["wage"]]


class SynonymForm(Form):
    """A group of equal words, and longer words that mean something else."""

    words = SingleLineField(
        label="同じ意味の言葉", max_length=300, help_text="空白で区切ります。例：看護師 正看護師 正看 ナース"
    )
    apart = SingleLineField(
        label="別の意味の言葉",
        max_length=300,
        required=False,
        help_text="上の言葉を含んでいても、別のものをさす言葉です。例：准看護師",
    )

    def clean_words(self) -> list[str]:
        """Return the words, each once."""
        return self._words("words", least=2)

    def clean_apart(self) -> list[str]:
        """Return the longer words, each once."""
        return self._words("apart", least=0)

    def _words(self, name: str, *, least: int) -> list[str]:
        words = list({search_key(word): word for word in self.cleaned_data[name].split()}.values())
        if len(words) < least:
            raise ValidationError(f"言葉を{least}つ以上、空白で区切って入力してください。")
        if any(len(word) > 30 for word in words):
            raise ValidationError("1つの言葉は30文字以内で入力してください。")
        return words
