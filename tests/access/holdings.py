"""What a facility holds, with a canary in every text that is not public; and the same in every state it may be in."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from applications.exports import taken
from applications.hiring import cancel_hire, hire
from applications.meeting.offering import Place, offer_slots
from applications.meeting.taking import take
from applications.models import AnswerTemplate, Application, Batch, Inquiry
from applications.models.blank import BLANK_APPLICATION, BLANK_INQUIRY
from applications.models.thread_message import Side
from applications.noting import add_note
from applications.refusing import refuse
from applications.reports.models import OutsideHires
from applications.reports.reporting import report
from applications.talking.writing import write
from facilities.invitations import invite
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import LinkHolder
from postings.complaints.receiving import receive
from postings.models import Posting
from tests.builders import applicant_of, make_application, make_draft, make_published, make_user

TOLD = ("family_name", "given_name", "family_kana", "given_kana", "call_hours", "city", "available")
"""The texts of a person who applies; with `training_history` and `message` all there are."""

DRAFT_TITLE = "下書きカナリア"
"""What stands over a posting that nobody handed in."""


@dataclass(frozen=True)
class Canaries:
    """Words that stand nowhere else: of the people who wrote to a facility, and of the facility itself."""

    name: str
    people: str
    staff: str
    complaint: str
    title: str

    @classmethod
    def of(cls, name: str) -> "Canaries":
        """Return the words of one facility."""
        return cls(name, *(f"{whose}カナリア{name}" for whose in ("応募", "施設", "報告", "題名")))

    def mail(self, word: str) -> str:
        """Return a new address that is known by its domain, which stands for the word (words.py)."""
        return f"{uuid4()}@{domain_of(word)}"


def domain_of(word: str) -> str:
    """Return the domain of the addresses of those who write a word."""
    return f"canary-{word.encode().hex()}.example"


def phone_of(word: str) -> str:
    """Return the telephone of those who write a word."""
    return f"090{int.from_bytes(word.encode()) % 10**8:08}"


def holdings(
    facility: Facility, member: User, officer: User, words: Canaries, **terms: Any
) -> dict[str, Any]:
    """Return the parameters of every route about a facility's own things, made by that member."""
    contact = dict.fromkeys(("internal_note", "contact_name", "contact_kana"), words.staff)
    contact |= {"contact_email": words.mail(words.staff), "title": words.title}
    posting = make_published(facility, member, officer, headcount=9, **contact, **terms)
    row = _applied(posting, words)
    _talked(row, member, words)
    question = _asked(posting, words)
    _talked(question, member, words)
    add_note(row, by=member, text=words.staff, submission_id=uuid4())
    _ended(posting, member, words)
    _checked(posting, officer, words)
    colleague = make_user(f"{uuid4()}@colleague.example", words.staff)
    return {
        "number": posting.number,
        "application": row.public_id,
        **_further_on(posting, member, words),
        "inquiry": question.public_id,
        **_complained(posting, officer, words),
        "registration": _registered(facility, words),
        "membership": facility.memberships.create(user=colleague).pk,
        "invitation": invite(facility, words.mail(words.staff), "member", by=member).pk,
        **_words_of(facility, member, words),
    }


def in_state(state: str, facility: Facility, member: User, officer: User, words: Canaries) -> dict[str, Any]:
    """Return a posting of the facility in that state, with the application and the inquiry about it."""
    if state == "draft":
        return {
            "number": make_draft(facility, title=DRAFT_TITLE).number,
            **_unproved(facility, member, officer, words),
        }
    posting = make_published(facility, member, officer, headcount=9)
    row, question = _applied(posting, words), _asked(posting, words)
    if state == "paused":
        posting.pause(by=member)
    elif state == "closed":
        posting.close(by=member, reason="elsewhere")
    elif state == "masked":
        _mask(row, question)
    return {"number": posting.number, "application": row.public_id, "inquiry": question.public_id}


def _applied(posting: Posting, words: Canaries) -> Application:
    told = dict.fromkeys((*TOLD, "training_history", "message"), words.people)
    return make_application(posting, **told, phone=phone_of(words.people), email=words.mail(words.people))


def _asked(posting: Posting, words: Canaries) -> Inquiry:
    question = Inquiry.objects.create(
        submission_id=uuid4(),
        posting=posting,
        name=words.people,
        email=words.mail(words.people),
        text=words.people,
    )
    question.submit(by=LinkHolder(f"inquiry:{question.pk}"))
    return question


def _talked(row: Application | Inquiry, member: User, words: Canaries) -> None:
    asker = applicant_of(row) if isinstance(row, Application) else LinkHolder(f"inquiry:{row.pk}")
    write(row, Side.APPLICANT, by=asker, text=words.people, submission_id=uuid4())
    write(row, Side.FACILITY, by=member, text=words.staff, submission_id=uuid4())


def _further_on(posting: Posting, member: User, words: Canaries) -> dict[str, UUID]:
    """Return an application in each state that a page of the facility waits for."""
    reviewing, offered, meeting = (_applied(posting, words) for _ in range(3))
    for row in (reviewing, offered, meeting):
        row.step("review", by=member)
    offered.offer(by=member, stated_version=None)
    _met(meeting, member, words)
    return {
        "reviewing": reviewing.public_id,
        "offered": offered.public_id,
        "meeting": meeting.public_id,
        "hired": _hired(posting, member, words),
    }


def _met(row: Application, member: User, words: Canaries) -> None:
    """Offer one time, which the applicant takes; every application has a time of its own."""
    time = timezone.now() + timedelta(days=7, hours=row.pk)
    place = Place(minutes=30, place=words.staff, note=words.staff)
    (slot,) = offer_slots(row, [time], place, by=member, text=words.staff, number=1)
    take(row, slot.pk, by=applicant_of(row))


def _ended(posting: Posting, member: User, words: Canaries) -> None:
    """Somebody is refused, a hire is taken back, a question answered, and the list taken away as a file."""
    refuse(_applied(posting, words), by=member, text=words.staff, reason="other")
    gone = Application.objects.get(public_id=_hired(posting, member, words))
    cancel_hire(gone, by=member, reason=words.staff)
    _asked(posting, words).reply(words.staff, by=member)
    rows = Application.objects.filter(posting=posting).received()
    taken(posting.facility, rows, by=member, purpose=words.staff)
    OutsideHires.objects.create(posting=posting, way="own", people=1, reported_by=member)


def _registered(facility: Facility, words: Canaries) -> int:
    """The facility came by a registration, which tells the office who is behind it."""
    names = dict.fromkeys(("department", "contact_name", "contact_kana"), words.staff)
    reached = {"contact_phone": "0456710000", "contact_email": words.mail(words.staff)}
    return facility.registrations.create(received_at=timezone.now(), **names, **reached).pk


def _checked(posting: Posting, officer: User, words: Canaries) -> None:
    """The office read it once and had something to say."""
    said = {"note": words.staff, "terms": {"contact_name": words.staff}}
    today = timezone.localdate()
    posting.reviews.create(
        outcome="confirmed", decided_by=officer, received_at=timezone.now(), due_on=today, **said
    )


def _hired(posting: Posting, member: User, words: Canaries) -> UUID:
    row = _applied(posting, words)
    row.step("review", by=member)
    row.offer(by=member, stated_version=None)
    today = timezone.localdate()
    hired = hire(row, by=member, starts_on=today, licence_seen_on=today, licence_seen_by=words.staff)
    report(hired, by=member, provider="facility", name="研修", taken_on=today, hours=Decimal(3))
    return row.public_id


def _complained(posting: Posting, officer: User, words: Canaries) -> dict[str, Any]:
    facts = {"topic": "terms", "text": words.complaint, "email": words.mail(words.complaint)}
    complaint = receive(posting, facts, submission_id=uuid4())
    complaint.ask("時給を確かめてください。", by=officer)
    return {"complaint": complaint.pk, "receipt": complaint.number}


def _words_of(facility: Facility, member: User, words: Canaries) -> dict[str, UUID]:
    batch = Batch.objects.create(submission_id=uuid4(), facility=facility, step="invite", sent_by=member)
    texts = {"name": f"{words.staff}{member.pk}", "text": words.staff}
    template = AnswerTemplate.objects.create(submission_id=uuid4(), facility=facility, use="invite", **texts)
    return {"batch": batch.public_id, "template": template.public_id}


def _unproved(facility: Facility, member: User, officer: User, words: Canaries) -> dict[str, UUID]:
    """Return what was typed but never proved to be the writer's: it is nobody's to read."""
    posting = make_published(facility, member, officer)
    row, question = _applied(posting, words), _asked(posting, words)
    Application.objects.filter(pk=row.pk).update(status="unproved", submitted_at=None)
    Inquiry.objects.filter(pk=question.pk).update(status="unproved", submitted_at=None)
    return {"application": row.public_id, "inquiry": question.public_id}


def _mask(row: Application, question: Inquiry) -> None:
    long_ago = timezone.now() - timedelta(days=1)
    Application.objects.filter(pk=row.pk).update(status="withdrawn", masked_at=long_ago, **BLANK_APPLICATION)
    Inquiry.objects.filter(pk=question.pk).update(masked_at=long_ago, **BLANK_INQUIRY)
