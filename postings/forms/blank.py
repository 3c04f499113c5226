"""記入用紙: the whole form on paper, drawn from the questions themselves, so that it can never ask anything else."""

from dataclasses import dataclass
from typing import Any

from django import forms

from facilities.forms.applicant import ContactForm, FacilityForm
from keynet.forms import DateField, MultiLineField, PledgeField, PrefectureField, SelectField
from keynet.forms.draft import DraftForm
from postings.forms.blocks import BLOCK_FORMS, BLOCK_TITLES
from postings.forms.hours import PAIRS, WorkHoursField
from postings.forms.spot_dates import SpotDatesField
from postings.registration.sheet import TITLES
from postings.registration.steps import FACILITY

REQUIRED, CONDITIONAL, OPTIONAL = "※必須", "※条件により必須", "※任意"
LINES_OF_TEXT = 6
ROWS_OF_DAYS = 6
PAPER: dict[type[forms.Field], tuple[str, ...]] = {
    DateField: ("　　　　年　　　月　　　日",),
    WorkHoursField: ("　　　：　　　〜　　　：　　　",) * PAIRS,
    SpotDatesField: ("　　　月　　　日　　　：　　　〜　　　：　　　　　　名",) * ROWS_OF_DAYS,
    PrefectureField: ("　　　　　都・道・府・県",),
    MultiLineField: ("",) * LINES_OF_TEXT,
}
"""What a field leaves to write on; any other has one line, or boxes to tick."""


@dataclass(frozen=True)
class Blank:
    """One question on paper: boxes to tick, or lines to write on with the unit behind them."""

    label: str
    need: str
    hint: str
    boxes: list[str]
    lines: tuple[str, ...]
    unit: str


@dataclass(frozen=True)
class BlankBlock:
    """One block on paper, with the name of its rules."""

    name: str
    title: str
    questions: list[Blank]

    @property
    def rules(self) -> str:
        """Return the template of its 記入ルール, the one beside the block on the screen."""
        return f"postings/blocks/rules/{self.name}.html"


def blank_blocks() -> list[BlankBlock]:
    """Return the five blocks of the registration, in their order."""
    facility = [*_questions(FacilityForm), *_questions(ContactForm)]
    ours = [BlankBlock(name, BLOCK_TITLES[name], [*_questions(form)]) for name, form in BLOCK_FORMS.items()]
    return [BlankBlock(FACILITY, TITLES[FACILITY], facility), *ours]


def _questions(form: type[DraftForm]) -> list[Blank]:
    return [_blank(field, name in form.dependent) for name, field in form.base_fields.items()]


def _blank(field: forms.Field, is_dependent: bool) -> Blank:
    boxes = _boxes(field)
    lines = next((paper for kind, paper in PAPER.items() if type(field) is kind), () if boxes else ("",))
    optional = CONDITIONAL if is_dependent else OPTIONAL
    need = REQUIRED if field.required else optional
    return Blank(str(field.label), need, str(field.help_text), boxes, lines, getattr(field, "unit", ""))


def _boxes(field: Any) -> list[str]:
    if isinstance(field, PledgeField):
        return [field.widget.statement]
    if isinstance(field, PrefectureField) or not isinstance(field, forms.ChoiceField):
        return []
    choices: Any = field.choices
    words = choices[1:] if isinstance(field, SelectField) else choices
    return [
        str(word)
        for key, label in words
        for word in ([inner for _, inner in label] if isinstance(label, list | tuple) else [label])
    ]
