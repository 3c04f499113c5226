"""The file of one's own data is complete: a new table about a person is in it, or is left out for a reason."""

from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps

from applications import answering
from applications.meeting.taking import take
from applications.mine.own_data import own_data
from applications.models import Application, Hire, Inquiry
from applications.reports.reporting import report
from keynet.accounts.models import User
from postings.complaints.receiving import receive
from postings.models import Posting
from tests.applications.test_meeting import offered
from tests.builders import applicant_of, days_from_now, make_application

GIVEN = {
    "Message",
    "ThreadMessage",
    "SlotOffer",
    "Interview",
    "Hire",
    "HireDay",
    "TrainingReport",
    "PersonalAccess",
}
THE_FACILITYS = {"Note", "Refusal", "BatchLine", "TrainingCorrection"}
THE_OFFICES = {"Emergency"}


def about(*models: Any) -> set[str]:
    """Return the tables that point at these, and at what points at them."""
    found = {
        model
        for model in apps.get_models()
        for field in model._meta.local_fields
        if field.related_model in models and model not in models
    }
    return {model.__name__ for model in found} | (about(*models, *found) if found else set())


def test_every_table_about_an_applicant_is_in_the_file_or_left_out_for_a_reason() -> None:
    assert about(Application, Inquiry) == GIVEN | THE_FACILITYS | THE_OFFICES


@pytest.mark.django_db
def test_interview_hire_training_and_complaint_are_in_the_file(
    posting: Posting, nakamura: User, sato: User
) -> None:
    application = make_application(posting, email=nakamura.email)
    take(application, offered(application, sato, 10)[0].pk, by=applicant_of(application))
    answering.offer(application, by=sato, text="内定です。")
    seen = {"licence_seen_on": days_from_now(0), "licence_seen_by": "事務長"}
    answering.hire(application, by=sato, text="採用です。", starts_on=days_from_now(9), **seen)
    training = {"provider": "facility", "name": "感染対策", "taken_on": days_from_now(0), "hours": 2}
    report(Hire.objects.get(), by=sato, **training)
    facts = {"topic": "calls", "text": "勧誘の電話がありました。", "email": nakamura.email}
    receive(posting, facts, submission_id=uuid4())
    data = own_data(nakamura)
    [own] = data["applications"]
    assert len(own["times_offered"]) == len(own["interviews"]) == 1
    assert [words["step"] for words in own["from_the_facility"]] == ["invite", "offer", "hire"]
    [hire] = own["hires"]
    assert hire["training"]["name"] == "感染対策" and hire["starts_on"] == days_from_now(9)
    assert "terms_differ" not in hire and data["complaints"][0]["text"] == "勧誘の電話がありました。"
    assert data["works_for"] == [] and own_data(sato)["works_for"][0]["role"] == "admin"
