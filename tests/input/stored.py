"""A value that went through the product's own cleaning into the rows that every sink shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from applications.meeting.offering import Place, offer_slots
from applications.meeting.taking import take
from applications.models import Application, Interview, Side
from applications.noting import add_note
from applications.talking.writing import write
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.vocabulary.japanese import multi_line, single_line
from keynet.vocabulary.mistakes import Mistake
from postings.models import Posting
from tests.builders import applicant_of, make_application, make_published
from tests.input.corpus import Value

LONGEST_LINE, LONGEST_TEXT = 40, 400


@dataclass(frozen=True)
class Stored:
    """One value as one line and as several, in a posting, an application and everything said about it."""

    value: Value
    line: str
    text: str
    posting: Posting
    application: Application
    interview: Interview


def cleaned(value: Value) -> tuple[str, str] | None:
    """Return what the product stores of a value, as one line and as several; None when it refuses either."""
    try:
        line, text = single_line(value.text), multi_line(value.text)
    except Mistake:
        return None
    fits = 0 < len(line) <= LONGEST_LINE and 0 < len(text) <= LONGEST_TEXT
    return (line, text) if fits else None


def store(values: Iterable[Value], facility: Facility, member: User, officer: User) -> list[Stored]:
    """Store every value that is accepted."""
    found = ((value, cleaned(value)) for value in values)
    return [_stored(value, *words, facility, member, officer) for value, words in found if words]


def _stored(value: Value, line: str, text: str, facility: Facility, member: User, officer: User) -> Stored:
    posting = make_published(
        facility,
        member,
        officer,
        title=line,
        duties=text,
        work_building=line,
        training_when=line,
        wage_note=line,
    )
    told = {"family_name": line, "given_name": "", "city": line, "available": line, "message": text}
    application = make_application(posting, **told, email=f"{uuid4()}@seeker.example")
    write(application, Side.APPLICANT, by=applicant_of(application), text=text, submission_id=uuid4())
    write(application, Side.FACILITY, by=member, text=text, submission_id=uuid4())
    add_note(application, by=member, text=text, submission_id=uuid4())
    place = Place(30, line, note=line)
    at = timezone.now() + timedelta(days=2)
    slot = offer_slots(application, [at], place, by=member, text=text, number=1)[0]
    interview = take(application, slot.pk, by=applicant_of(application))
    return Stored(value, line, text, posting, application, interview)
