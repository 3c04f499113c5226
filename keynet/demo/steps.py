"""Steps that the demonstration's stories share: a posting that is public, somebody who applies, and is hired."""

from datetime import date
from random import Random
from typing import Any, NamedTuple
from uuid import uuid4

from django.utils import timezone

from applications import answering, links
from applications.models import Application, Hire
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.demo.terms import terms_of
from keynet.demo.texts import JOBS
from keynet.lifecycle import LinkHolder
from keynet.outbox.models.event import subject_key
from keynet.vocabulary.japanese import date_ja
from postings.check import review
from postings.models import Posting


class Applicant(NamedTuple):
    """Somebody who applies, with the words of the application."""

    family: str
    given: str
    family_kana: str
    given_kana: str
    message: str


def draft(random: Random, facility: Facility, occupation: str, index: int = 0, **changes: Any) -> Posting:
    """Write a complete draft; `changes` are terms that differ from those drawn."""
    job = JOBS[occupation][index % len(JOBS[occupation])]
    terms = terms_of(random, facility, occupation, job, timezone.localdate())
    return Posting.objects.create(
        facility=facility, saved_blocks=["work", "conditions", "pay", "intake"], **{**terms, **changes}
    )


def publish(posting: Posting, *, by: User, officer: User) -> Posting:
    """Go the whole way: hand in, check, publish."""
    posting.submit(by=by)
    review.confirm(posting, by=officer)
    posting.publish(by=by)
    return posting


def apply(posting: Posting, number: int, applicant: Applicant) -> Application:
    """Apply with a proved address; `number` makes address, telephone and years of experience."""
    application = Application.objects.create(
        submission_id=uuid4(),
        posting=posting,
        version=posting.versions.get(number=posting.version),
        family_name=applicant.family,
        given_name=applicant.given,
        family_kana=applicant.family_kana,
        given_kana=applicant.given_kana,
        email=f"seeker{number}@seeker.example",
        phone=f"090{number:08}",
        prefecture=posting.work_prefecture,
        licences=[posting.occupation],
        years_of_experience=8 - number % 8,
        message=applicant.message,
        consented_at=timezone.now(),
    )
    application.submit(by=LinkHolder(subject_key(application)))
    return application


def accept_offer(application: Application, *, by: User) -> None:
    """Let the facility read and offer, and the applicant say yes."""
    application.step("review", by=by)
    answering.offer(application, by=by, text="ぜひ一緒に働いていただきたく、内定をお知らせします。")
    application.accept(by=links.holder(application))


def hire(application: Application, *, by: User, starts_on: date, **facts: Any) -> Hire:
    """Offer and hire; the head nurse has seen the licence today."""
    accept_offer(application, by=by)
    answering.hire(
        application,
        by=by,
        text=f"勤務を始める日：{date_ja(starts_on)}\n\n採用が決まりましたので、お知らせします。",
        starts_on=starts_on,
        licence_seen_on=timezone.localdate(),
        licence_seen_by="看護部長 大野",
        **facts,
    )
    return Hire.objects.get(application=application, cancelled_at=None)
