"""The one way to change a state.

An app writes its noun's table of moves once; the table decides what may happen, which buttons a page shows, and
draws `docs/lifecycles.md`. Nothing else writes a `status`.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from django.core.exceptions import PermissionDenied
from django.db import transaction

from keynet.outbox.events import record


class Actor(Protocol):
    """Whoever moves a row: a signed-in person, the clock, or the holder of a mailed link."""

    @property
    def actor_key(self) -> str:
        """Return the text that the event keeps, without personal data, e.g. `user:12`."""


@dataclass(frozen=True)
class Clock:
    """The timetable of the service; an explicit actor, so that no row changes by nobody."""

    actor_key: str = "clock"


@dataclass(frozen=True)
class LinkHolder:
    """Somebody without an account who opened a mailed link about one subject, e.g. `registration:12`."""

    subject: str

    @property
    def actor_key(self) -> str:
        """Return `link:` and the subject of the link."""
        return f"link:{self.subject}"


class NotNow(Exception):
    """The row's state does not allow the move: usually somebody else acted first (shown as a 409 page)."""

    def __init__(self, subject: Any, move: str) -> None:
        super().__init__(f"{move} is not possible in state {subject.status}")
        self.subject = subject
        self.move = move


@dataclass(frozen=True)
class Move:
    """One arrow of the table: `name` leads from any of `sources` to `target` when `may(actor, subject)`."""

    name: str
    sources: frozenset[str]
    target: str
    may: Callable[[Actor, Any], bool]
    event: str

    def __init__(
        self, name: str, sources: Iterable[str], target: str, may: Callable[[Actor, Any], bool], event: str
    ) -> None:
        for field, value in (
            ("name", name),
            ("sources", frozenset(str(source) for source in sources)),
            ("target", str(target)),
            ("may", may),
            ("event", event),
        ):
            object.__setattr__(self, field, value)


class Lifecycle:
    """All moves of one noun."""

    def __init__(self, *moves: Move) -> None:
        self.moves = {move.name: move for move in moves}

    def can(self, subject: Any, name: str, by: Actor) -> bool:
        """Return whether the move is possible now for this actor (for buttons; `move` decides again under a lock)."""
        move = self.moves[name]
        return subject.status in move.sources and move.may(by, subject)

    def available(self, subject: Any, by: Actor) -> list[str]:
        """Return the names of the moves possible now for this actor, in the table's order."""
        return [name for name in self.moves if self.can(subject, name, by)]

    @contextmanager
    def move(self, subject: Any, name: str, *, by: Actor, **data: Any) -> Iterator[Any]:
        """Lock the row, check actor and state, let the block set fields, save, and record the event.

        The caller's object is refreshed from the locked row, so what the block reads is what will be changed.
        Raises PermissionDenied (403) for the wrong actor and NotNow (409) for the wrong state.
        """
        move = self.moves[name]
        with transaction.atomic():
            rows = type(subject)._base_manager.select_for_update(of=("self",), no_key=True)
            subject.refresh_from_db(from_queryset=rows)
            if not move.may(by, subject):
                raise PermissionDenied
            if subject.status not in move.sources:
                raise NotNow(subject, name)
            yield subject
            subject.status = move.target
            subject.save()
            record(move.event, subject=subject, actor=by.actor_key, **data)
