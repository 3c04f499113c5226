"""The .ics file as RFC 5545 wants it."""

from datetime import UTC, datetime
from uuid import UUID

from applications.meeting.calendar import FOLD_AT, as_calendar
from applications.models import Application, Interview, Slot
from facilities.models import Facility
from postings.models import Posting

WHERE = "本館2階、会議室;東\\西, 右手" + "の奥" * 30


def calendar(status: str = "agreed") -> bytes:
    at = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
    posting = Posting(title="看護師、急募", facility=Facility(name="さくら病院"))
    application = Application(pk=1, posting=posting, created_at=at)
    slot = Slot(starts_at=at, minutes=45, place=WHERE)
    interview = Interview(
        public_id=UUID(int=1), application=application, slot=slot, status=status, changed_at=at, sequence=2
    )
    return as_calendar(interview, url="https://key-net.example/applications/x/")


def lines(file: bytes) -> dict[str, str]:
    unfolded = file.replace(b"\r\n ", b"").decode()
    return {line.partition(":")[0]: line.partition(":")[2] for line in unfolded.splitlines()}


def test_every_line_ends_with_crlf_and_none_is_too_long() -> None:
    file = calendar()
    assert file.endswith(b"END:VCALENDAR\r\n") and b"\n" not in file.replace(b"\r\n", b"")
    assert max(len(line) for line in file.split(b"\r\n")) <= FOLD_AT
    for line in file.split(b"\r\n"):
        line.decode()  # no character is cut in two


def test_times_are_utc_and_words_are_escaped() -> None:
    found = lines(calendar())
    assert (found["DTSTART"], found["DTEND"]) == ("20261201T010000Z", "20261201T014500Z")
    assert found["LOCATION"].startswith("本館2階、会議室\\;東\\\\西\\, 右手の奥")
    assert found["SEQUENCE"] == "2" and found["METHOD"] == "PUBLISH"


def test_a_cancellation_takes_the_entry_out() -> None:
    found = lines(calendar("cancelled"))
    assert (found["METHOD"], found["STATUS"]) == ("CANCEL", "CANCELLED")
    assert found["UID"] == f"{UUID(int=1)}@key-net.invalid"
