"""How the figures are narrowed: the table's kind of line, and values of the posting, from the address."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict

from applications.models import Hire
from applications.reports.figures import COLUMNS, WORDS, By
from applications.reports.models import OutsideHires
from keynet.forms import Form
from keynet.vocabulary.employment import Program
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.prefectures import GROUPED_CHOICES


def asked_by(params: QueryDict) -> By:
    """Return what the table has its lines for; prefectures unless another known word is asked for."""
    asked = params.get("by", "")
    return By(asked) if asked in By.values else By.PREFECTURE


def _choice(by: By, label: str, choices: Any) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        field_name=f"posting__{COLUMNS[by]}", label=label, choices=choices, empty_label="すべて"
    )


class HireFilter(django_filters.FilterSet):
    """Narrows hires by their posting; an unknown value narrows nothing and is said."""

    prefecture = _choice(By.PREFECTURE, "勤務地の都道府県", GROUPED_CHOICES)
    occupation = _choice(By.OCCUPATION, "職種", Occupation.choices)
    program = _choice(By.PROGRAM, "募集区分", Program.choices)

    class Meta:
        model = Hire
        fields: tuple[str, ...] = ()
        form = Form

    @property
    def chosen(self) -> dict[str, str]:
        """Return the known values that were asked for, as the address names them."""
        self.form.is_valid()
        return {by.value: value for by in By if (value := self.form.cleaned_data.get(by.value))}

    @property
    def words(self) -> str:
        """Return these values in words."""
        return "、".join(WORDS[By(by)][value] for by, value in self.chosen.items())

    def outside(self) -> QuerySet[OutsideHires]:
        """Return the hires that Key-Net did not bring, narrowed alike."""
        return OutsideHires.objects.filter(
            **{f"posting__{COLUMNS[By(by)]}": value for by, value in self.chosen.items()}
        )
