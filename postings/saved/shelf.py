"""Where saved postings stand: on a guest's shelf (the cookie) or on a person's (the account), both used alike."""

from datetime import timedelta
from functools import cached_property
from typing import Protocol
from weakref import WeakKeyDictionary

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from keynet.accounts.models import User
from postings.models import Posting, SavedPosting
from postings.saved import cookie

MOST = 100
"""How many postings one shelf holds: more than one can compare, and what fits a cookie."""


class Shelf(Protocol):
    """A list of postings, the newest first."""

    @property
    def keys(self) -> list[int]:
        """Return the primary keys of the saved postings."""

    def keep(self, key: int) -> bool:
        """Put a posting on top; return False when there is no room. One that stands there stays where it is."""

    def let_go(self, key: int) -> None:
        """Take a posting away, if it is there."""

    def store(self, response: HttpResponse) -> None:
        """Write what must leave with the response."""


class CookieShelf:
    """A guest's shelf. Nothing about it is stored on this side."""

    def __init__(self, request: HttpRequest) -> None:
        self.keys = cookie.read(request)

    def keep(self, key: int) -> bool:
        """Put a posting on top; see `Shelf`."""
        if key not in self.keys:
            if len(self.keys) >= MOST:
                return False
            self.keys.insert(0, key)
        return True

    def let_go(self, key: int) -> None:
        """Take a posting away; see `Shelf`."""
        self.keys = [one for one in self.keys if one != key]

    def store(self, response: HttpResponse) -> None:
        """Write the cookie; see `Shelf`."""
        cookie.write(response, self.keys)


class AccountShelf:
    """A signed-in person's shelf: rows, the same on every device."""

    def __init__(self, user: User) -> None:
        self.user = user

    @cached_property
    def keys(self) -> list[int]:
        """Return the primary keys of the saved postings, in one query."""
        own = SavedPosting.objects.filter(user=self.user).order_by("-saved_at", "-pk")
        return list(own.values_list("posting_id", flat=True))

    def keep(self, key: int) -> bool:
        """Put a posting on top; see `Shelf`."""
        if key not in self.keys:
            if len(self.keys) >= MOST:
                return False
            SavedPosting.objects.get_or_create(user=self.user, posting_id=key)
        return True

    def let_go(self, key: int) -> None:
        """Take a posting away; see `Shelf`."""
        SavedPosting.objects.filter(user=self.user, posting_id=key).delete()

    def store(self, response: HttpResponse) -> None:
        """Do nothing: rows are stored already."""

    def take_over(self, brought: list[int]) -> int:
        """Put what a guest had saved below what is here, in its order; return how many found no room."""
        known = set(Posting.objects.public().filter(pk__in=brought).values_list("pk", flat=True))
        new = [key for key in brought if key in known and key not in self.keys]
        room, oldest = MOST - len(self.keys), timezone.now()
        SavedPosting.objects.bulk_create(
            [
                SavedPosting(user=self.user, posting_id=key, saved_at=oldest - timedelta(milliseconds=place))
                for place, key in enumerate(new[:room])
            ],
            ignore_conflicts=True,  # two sign-ins at once bring the same
        )
        return max(0, len(new) - room)


_SHELVES: WeakKeyDictionary[HttpRequest, Shelf] = WeakKeyDictionary()


def shelf_of(request: HttpRequest) -> Shelf:
    """Return the shelf of whoever asks, read once a request however many buttons a page has."""
    if request not in _SHELVES:
        user = request.user
        _SHELVES[request] = AccountShelf(user) if isinstance(user, User) else CookieShelf(request)
    return _SHELVES[request]
