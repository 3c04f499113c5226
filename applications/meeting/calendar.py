"""An interview for calendars (RFC 5545): one VEVENT whose UID stays and whose SEQUENCE grows with every change.

Written by hand: ten lines of content need no library. Times are in UTC, so that no VTIMEZONE is needed.
"""

from datetime import UTC, datetime

from applications.lifecycle import InterviewStatus
from applications.models import Interview

FOLD_AT = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""


def as_calendar(interview: Interview, *, url: str) -> bytes:
    """Return the .ics file: METHOD:PUBLISH while the interview stands, METHOD:CANCEL after it was called off."""
    is_off = interview.status == InterviewStatus.CANCELLED
    slot, posting = interview.slot, interview.application.posting
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Key-Net//Interview//JA",
        "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if is_off else 'PUBLISH'}",
        "BEGIN:VEVENT",
        f"UID:{interview.public_id}@key-net.invalid",
        f"SEQUENCE:{interview.sequence}",
        f"DTSTAMP:{_utc(interview.changed_at)}",
        f"DTSTART:{_utc(slot.starts_at)}",
        f"DTEND:{_utc(slot.ends_at)}",
        f"SUMMARY:{_text(f'面接：{posting.title}（{posting.facility.name}）')}",
        f"LOCATION:{_text(slot.where)}",
        f"DESCRIPTION:{_text(f'{interview.application.number}　{slot.note}'.strip())}",
        f"URL:{url}",
        f"STATUS:{'CANCELLED' if is_off else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Escape a TEXT value (3.3.11)."""
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return the line in pieces of at most FOLD_AT octets, never cut inside a character."""
    pieces: list[bytes] = []
    piece = b""
    for sign in line:
        octets = sign.encode()
        # A continuation begins with a space, which counts.
        if len(piece) + len(octets) > FOLD_AT - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
