"""The versions of a posting's public text: who wrote which, when, and how any two of them differ."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from keynet.accounts.actors import names_of
from keynet.accounts.models import User
from postings.differences import Change, changes
from postings.models import Posting, PostingVersion
from postings.wording import NEVER_PUBLIC

ITS_FACILITY = "施設"


@dataclass(frozen=True)
class Edition:
    """One version as a line of the list; the first changed nothing."""

    number: int
    at: datetime
    who: str
    changed: list[Change]


@dataclass(frozen=True)
class Comparison:
    """Two versions laid side by side, and every number there is to choose from."""

    older: int
    newer: int
    numbers: list[int]
    changed: list[Change]


def editions(posting: Posting, reader: User) -> list[Edition]:
    """Return every version, the newest first, as far as the reader may know it."""
    kept = list(posting.versions.order_by("number"))
    whole = _reads_all(posting, reader)
    names = names_of({version.actor for version in kept}, reader) if whole else {}
    before = {new.number: old for old, new in pairwise(kept)}
    return [
        Edition(
            version.number,
            version.at,
            names.get(version.actor, ITS_FACILITY),
            _differences(before[version.number], version, whole) if version.number in before else [],
        )
        for version in reversed(kept)
    ]


def compare(posting: Posting, reader: User, older: str, newer: str) -> Comparison | None:
    """Return how two versions differ; None with fewer than two. Numbers nobody has mean the first and the last."""
    kept = {version.number: version for version in posting.versions.order_by("number")}
    if len(kept) < 2:
        return None
    first, last = sorted((_chosen(older, kept, min(kept)), _chosen(newer, kept, max(kept))))
    changed = _differences(kept[first], kept[last], _reads_all(posting, reader))
    return Comparison(first, last, list(kept), changed)


def _chosen(typed: str, kept: dict[int, PostingVersion], otherwise: int) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 6 and int(typed) in kept else otherwise


def _reads_all(posting: Posting, reader: User) -> bool:
    """Beyond the facility and those who check it nobody needs contacts, notes and people's names."""
    return reader.serves("office") or reader.serves("ministry") or posting.facility.is_served_by(reader)


def _differences(older: PostingVersion, newer: PostingVersion, whole: bool) -> list[Change]:
    found = changes(older.terms, newer.terms)
    return found if whole else [change for change in found if change.field not in NEVER_PUBLIC]
