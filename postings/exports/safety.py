"""What a cell may say: plain values, and no text that Excel, LibreOffice or Google Sheets takes for a formula."""

import re
import unicodedata
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from keynet.vocabulary.contact import format_phone, phone_digits
from keynet.vocabulary.mistakes import Mistake

# However a formula is disguised: full width, behind space, line breaks, quotes or invisible characters (reliability
# row 24: libraries miss most of these). `cell_guarded` in the database says the same for a million rows.
_DISGUISE = re.compile(r"^[\s\x00-\x20'\"\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+")
_FORMULA = frozenset("=+-@|%")
_PLAIN_NUMBER = re.compile(r"-?[0-9][0-9,]*(\.[0-9]+)?")


def cell(value: Any) -> str:
    """Return the text of a cell. Days are 2026-12-01, times Japan's, bools はい and いいえ, nothing is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else guarded(str(value))


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula; a number from abroad's view (+81) in its Japanese form."""
    if text[:1].isalnum() and "\r" not in text:
        return text  # nearly all cells, at a tenth of the cost
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    bare = unicodedata.normalize("NFKC", _DISGUISE.sub("", text))
    if not bare or bare[0] not in _FORMULA or _PLAIN_NUMBER.fullmatch(text) or bare == "-":
        return text.lstrip("\t\n") if text[:1] in "\t\n" else text
    return _phone(bare) or f"'{text}"


def _phone(text: str) -> str:
    """Return 03-5309-2065 for +81-3-5309-2065, "" for anything else."""
    try:
        return format_phone(phone_digits(text)) if text.startswith("+81") else ""
    except Mistake:
        return ""
