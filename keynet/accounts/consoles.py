"""Where a person may work. Apps above register how they find their consoles; accounts itself knows the bodies."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from keynet.accounts.models import User


@dataclass(frozen=True)
class Console:
    """One place to work: what is printed, and where it begins."""

    label: str
    url: str


SOURCES: list[Callable[[User], Iterator[Console]]] = []
"""Filled by the apps' configs; each yields the consoles that its rows give a person."""


def consoles_of(user: User) -> list[Console]:
    """Return every console of the person, public bodies first."""
    return [*_of_bodies(user), *(console for source in SOURCES for console in source(user))]


def _of_bodies(user: User) -> Iterator[Console]:
    for appointment in user.current_appointments:
        place = f"{appointment.prefecture}/" if appointment.prefecture else ""
        yield Console(str(appointment), f"/{appointment.body.replace('_', '-')}/{place}")
