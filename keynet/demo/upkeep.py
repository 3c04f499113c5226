"""How postings are kept true when the demonstration begins: one to confirm, one changed, reports, one suspended."""

from uuid import uuid4

from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.forms.retyped import retyped
from postings.complaints.receiving import receive
from postings.complaints.settling import settle
from postings.forms.blocks import BLOCK_FORMS
from postings.models import Complaint, Posting
from postings.models.complaint import Outcome, Topic
from postings.upkeep.freshness.rhythm import EVERY
from postings.upkeep.revising import revise


def keep_true(hospital: Facility, others: list[Posting], sato: User, okada: User) -> None:
    """Let two weeks have passed for the hospital's first public posting, and change its pay; then the reports."""
    quiet, asked = hospital.postings.live().order_by("pk")[:2]
    pay = {**retyped(BLOCK_FORMS["pay"](instance=quiet)), "wage_note": "夜勤手当・通勤手当は別に支給します。"}
    pay["wage_max"] = f"{(quiet.wage_max or quiet.wage_min or 0) + 100}"
    revise(quiet, "pay", pay, by=sato)
    long_ago = timezone.now() - EVERY
    Posting.objects.filter(pk=quiet.pk).update(published_at=long_ago, terms_as_of=long_ago)
    _reports(asked, [posting for posting in others if posting.is_live], okada)


def _reports(asked: Posting, others: list[Posting], okada: User) -> None:
    """One report waits, one is asked about, one is settled, and one has taken its posting off the site."""
    _report(others[0], Topic.ENDED, "電話をしたら、もう決まったと言われました。")
    question = _report(asked, Topic.INTERVIEW, "面接では、土日も出勤と言われました。")
    question.take(by=okada)
    question.ask("休日・休暇の欄が、実際の勤務と合っているか確かめてください。", by=okada)
    settle(_report(others[1], Topic.TERMS, "時給が違うように思います。"), Outcome.NO_ACTION, by=okada)
    suspended = _report(others[2], Topic.WORKPLACE, "住所の場所に、この施設はありませんでした。")
    settle(suspended, Outcome.SUSPENDED, by=okada, reason="勤務地が確かめられないため")


def _report(posting: Posting, topic: Topic, text: str) -> Complaint:
    facts = {"topic": topic, "text": text, "email": "reporter@seeker.example"}
    return receive(posting, facts, submission_id=uuid4())
