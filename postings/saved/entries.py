"""The saved postings as their list shows them: what has ended stays with a mark, what left the site only by number."""

from dataclasses import dataclass

from postings.ended import has_left
from postings.models import Posting

NOT_SHOWN = "いまは掲載していません"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: the state in the visitor's words, and whether anything but the number may be shown."""

    posting: Posting
    state: str
    is_shown: bool

    @property
    def name(self) -> str:
        """Return what its button is read with."""
        return self.posting.title if self.is_shown else self.posting.number


def entries(keys: list[int]) -> list[Entry]:
    """Return an entry for each posting that still exists, in the order of the keys, in two queries."""
    shown = Posting.objects.public().for_list().in_bulk(keys)
    others = Posting.objects.only("created_at").in_bulk([key for key in keys if key not in shown])
    return [_entry(key, shown, others) for key in keys if key in shown or key in others]


def _entry(key: int, shown: dict[int, Posting], others: dict[int, Posting]) -> Entry:
    posting = shown.get(key)
    if posting is None:
        return Entry(others[key], NOT_SHOWN, is_shown=False)
    return Entry(posting, posting.public_label, is_shown=not has_left(posting))
