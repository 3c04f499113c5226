"""What the confirm page shows: every answer with its way back, what stops, and what only asks."""

from dataclasses import dataclass
from typing import Any

from facilities.forms.applicant import ContactForm, FacilityForm
from facilities.models import Registration
from keynet.forms.draft import DraftForm
from keynet.forms.question import Question
from postings.checks import rechecked
from postings.registration.sheet import TITLES
from postings.registration.steps import FACILITY, questions


@dataclass(frozen=True)
class Answer:
    """One line: the question's words, its control's id, the answer, and the sentence when it must be corrected."""

    label: str
    target: str
    words: str
    error: str


@dataclass(frozen=True)
class Section:
    """One block with its lines; questions that may be left empty and were are left out."""

    block: str
    title: str
    answers: list[Answer]

    @property
    def errors(self) -> list[Answer]:
        """Return the lines that stop handing in."""
        return [answer for answer in self.answers if answer.error]


def confirm_page(registration: Registration) -> dict[str, Any]:
    """Return sections, whether something stops, and what to look at again with the label of its question."""
    sections = _sections(registration)
    targets = {answer.target: answer.label for section in sections for answer in section.answers}
    asked = [(found, targets.get(f"id_{found.field}", "")) for found in questions(registration)]
    return {
        "sections": sections,
        "count": sum(len(section.errors) for section in sections),
        "asked": asked,
    }


def _sections(registration: Registration) -> list[Section]:
    forms: dict[str, list[DraftForm]] = {
        FACILITY: [FacilityForm.rechecked(registration.facility), ContactForm.rechecked(registration)],
        **{block: [form] for block, form in rechecked(registration.posting).items()},
    }
    return [
        Section(block, TITLES[block], [line for form in found for line in _answers(form)])
        for block, found in forms.items()
    ]


def _answers(form: DraftForm) -> list[Answer]:
    errors = form.first_errors()
    lines = [_answer(form[name], errors.get(name, "")) for name in form.fields]
    return [line for line in lines if line.words or line.error]


def _answer(question: Any, error: str) -> Answer:
    assert isinstance(question, Question)
    return Answer(str(question.label), question.id_for_error, question.answer, error)
