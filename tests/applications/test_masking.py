"""Names and contacts go when the form promised it; everything that is counted stays (domain.md Decision 9)."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, models, transaction
from django.test import Client
from django.utils import timezone

from applications import answering, masking
from applications.models import Application, Hire, Inquiry, Message
from applications.models.blank import BLANK_APPLICATION, BLANK_INQUIRY
from applications.reports.figures import By, lines, scope, total
from applications.reports.models import TrainingReport
from applications.reports.reporting import report
from applications.tasks import mask_ended
from keynet.accounts.models import MailedLink, MailProof, User
from keynet.accounts.models.mailed_link import withdraw_links
from keynet.invariants import check
from keynet.outbox.models import Event, Letter
from postings.models import Posting
from tests.applications.ending import asked, ended, hired
from tests.applications.filling import ADDRESS, applied
from tests.builders import days_from_now, make_application

pytestmark = pytest.mark.django_db
# Whatever else a row has says nothing about the person; a new column must be put into one of the two lists.
IMPERSONAL = {
    Application: {
        *("id", "public_id", "submission_id", "posting", "version", "status", "consented_at", "created_at"),
        *("submitted_at", "moved_at", "direct_selection_on", "stated_version", "accepted_at", "masked_at"),
        *("leaves_at", "erasure_asked_at"),
    },
    Inquiry: {
        *("id", "public_id", "submission_id", "posting", "status", "created_at", "submitted_at"),
        *("answered_at", "masked_at", "erasure_asked_at"),
    },
}
SECRETS = (
    *("中村", "優子", "ナカムラ", ADDRESS, "09012345678", "横浜市中区", "平日の18時以降", "週3日まで"),
    *("働いたことがあります", "のぞみ", "車で通えますか", "内密", "undecided@", "second@"),
)


def everything_stored() -> str:
    """All columns of all rows that could hold something about a person."""
    tables: tuple[type[models.Model], ...] = (
        *(Application, Inquiry, Message, Hire, TrainingReport, Letter, Event, MailedLink, MailProof),
    )
    return str([list(table._base_manager.values()) for table in tables])


def figures() -> Any:
    return (
        total(lines(scope(Hire.objects.active()), By.PREFECTURE)),
        sorted(Application.objects.values_list("pk", "status", "submitted_at")),
        sorted(Inquiry.objects.values_list("pk", "status", "submitted_at")),
        sorted(Posting.objects.values_list("pk", "hired_count")),
    )


def test_nothing_of_the_person_is_left_and_every_count_stays(posting: Posting, sato: User) -> None:
    hired(posting, sato)
    inquiry, _page = asked(posting)
    inquiry.reply("内密の回答です。", by=sato)
    asked_before = make_application(posting, email="undecided@seeker.example", message="内密")
    taken_back, _page = hired(posting, sato, email="second@seeker.example")
    answering.cancel(taken_back, by=sato, text="内密", reason="内密の事情")
    report(
        Hire.objects.active().get(),
        by=sato,
        provider="facility",
        name="基礎",
        taken_on=days_from_now(0),
        hours=Decimal("3.5"),
    )
    ended(posting, sato, days=180)
    Inquiry.objects.update(answered_at=timezone.now() - timedelta(days=90))
    before = figures()
    assert all(secret in everything_stored() for secret in SECRETS)

    assert mask_ended() == 4
    assert mask_ended() == 0, "a second round finds nobody"
    stored = everything_stored()
    assert not [secret for secret in SECRETS if secret in stored]
    assert figures() == before
    asked_before.refresh_from_db()
    assert asked_before.status == "submitted" and asked_before.masked_at, "undecided ones keep their state"
    assert Hire.objects.filter(licence_seen_by="事務長").count() == 2
    assert not Letter.objects.filter(status="pending", recipient__endswith="invalid").exists()
    assert Letter.objects.filter(kind="applications.arrived", recipient=posting.contact_email).count() == 3
    assert check() == []


@pytest.mark.parametrize(("days", "masked"), [(179, 0), (180, 1)])
def test_the_promise_on_the_form_counts_from_the_end(
    posting: Posting, sato: User, client: Client, days: int, masked: int
) -> None:
    assert (
        "180日で、お名前や連絡先を消します"
        in client.get(f"/postings/{posting.number}/apply/").content.decode()
    )
    make_application(posting)
    ended(posting, sato, days=days)
    assert mask_ended() == masked


def test_an_open_posting_keeps_its_applicants(posting: Posting, sato: User) -> None:
    make_application(posting)
    posting.pause(by=sato)
    assert mask_ended() == 0


def test_a_question_goes_ninety_days_after_its_answer_or_the_end(posting: Posting, sato: User) -> None:
    inquiry, _page = asked(posting)
    ended(posting, sato, days=120)
    assert mask_ended() == 0, "asked today about a posting that ended long ago"
    long_ago = timezone.now() - timedelta(days=91)
    Inquiry.objects.update(submitted_at=long_ago)
    inquiry.refresh_from_db()
    inquiry.reply("はい。", by=sato)
    assert mask_ended() == 0, "answered today"
    Inquiry.objects.update(answered_at=long_ago)
    assert mask_ended() == 1
    inquiry.refresh_from_db()
    assert inquiry.status == "answered" and inquiry.answer == ""


def test_a_letter_that_is_just_leaving_is_waited_for(posting: Posting, sato: User) -> None:
    applied(posting)
    ended(posting, sato, days=200)
    Letter.objects.filter(kind="applications.received").update(status="sending")
    assert mask_ended() == 0
    Letter.objects.update(status="sent", sent_at=timezone.now())
    assert mask_ended() == 1


def test_a_night_that_is_cut_short_goes_on_where_it_stopped(
    posting: Posting, sato: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        make_application(posting, email=f"{number}@seeker.example")
    ended(posting, sato, days=200)
    with monkeypatch.context() as night:
        night.setattr("applications.masking.withdraw_links", killed_at_the_second())
        with pytest.raises(KeyboardInterrupt):
            mask_ended()
    left = Application.objects.exclude(email="")
    assert left.count() == left.filter(masked_at=None).count() == 2, "nobody is half masked"
    assert mask_ended() == 2


def killed_at_the_second() -> Callable[..., None]:
    """Close the links of the first person, and die at the second's."""
    people: list[models.Model] = []

    def close(purpose: str, row: models.Model) -> None:
        people.append(row)
        if len(people) == 2:
            raise KeyboardInterrupt
        withdraw_links(purpose, row)

    return close


def test_the_command_counts_first_and_masks_to_the_end(
    posting: Posting, sato: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        make_application(posting, email=f"{number}@seeker.example")
    ended(posting, sato, days=200)
    words = StringIO()
    call_command("mask_ended", stdout=words)
    assert "3 applications and 0 inquiries are due" in words.getvalue()
    assert Application.objects.filter(masked_at=None).count() == 3
    monkeypatch.setattr(masking, "A_ROUND", 2)
    call_command("mask_ended", "--erase", stdout=words)
    assert "3 were masked; 0 are left" in words.getvalue()


def test_a_masked_row_stays_blank_whoever_writes(posting: Posting, sato: User, settings: Any) -> None:
    application = make_application(posting)
    settings.RETENTION_DAYS = 0
    ended(posting, sato, days=0)
    mask_ended()
    for name, value in {"email": ADDRESS, "licences": ["nurse"], "years_away": 3}.items():
        with pytest.raises(IntegrityError), transaction.atomic():
            Application.objects.filter(pk=application.pk).update(**{name: value})


@pytest.mark.parametrize(("model", "blank"), [(Application, BLANK_APPLICATION), (Inquiry, BLANK_INQUIRY)])
def test_every_column_is_personal_or_not(model: type[models.Model], blank: dict[str, Any]) -> None:
    columns = {field.name for field in model._meta.local_fields}
    assert columns == IMPERSONAL[model] | set(blank) and not IMPERSONAL[model] & set(blank)
