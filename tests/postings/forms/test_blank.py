"""記入用紙: the form on paper asks what the form on the screen asks."""

import pytest
from django.test import Client

from facilities.forms.applicant import ContactForm, FacilityForm
from keynet.forms.draft import DraftForm
from postings.forms.blank import CONDITIONAL, REQUIRED, blank_blocks
from postings.forms.blocks import BLOCK_FORMS


def test_the_sheet_asks_every_question_of_the_form_in_its_order() -> None:
    asked = [question.label for block in blank_blocks() for question in block.questions]
    forms: tuple[type[DraftForm], ...] = (FacilityForm, ContactForm, *BLOCK_FORMS.values())
    assert asked == [str(field.label) for form in forms for field in form.base_fields.values()]


def test_every_question_leaves_something_to_tick_or_to_write_on() -> None:
    assert all(question.boxes or question.lines for block in blank_blocks() for question in block.questions)


def test_the_sheet_says_what_is_required_and_what_only_under_a_condition() -> None:
    needs = {question.label: question.need for block in blank_blocks() for question in block.questions}
    assert (needs["休憩時間"], needs["契約の始まり"]) == (REQUIRED, CONDITIONAL)


@pytest.mark.django_db
def test_the_sheet_is_a_page_with_the_rules_and_no_field(client: Client) -> None:
    page = client.get("/registration/blank/").content.decode()
    assert "□ 敷地内禁煙" in page and "記入ルール" in page and "1つの募集に、1つの職種" in page
    assert "<input" not in page
