"""Links that letters carry for as long as they lie in a mailbox: the same in every letter, stored nowhere.

They are signed instead of random: an old letter must still stop what began again after it. A link opens one row and
does only what its salt is for.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.conf import settings
from django.core import signing
from django.db import models
from django.urls import reverse

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True)
class StandingLink(Generic[Row]):
    """One kind of link; `page` names the address that takes its token."""

    model: type[Row]
    salt: str
    page: str

    @property
    def _signer(self) -> signing.Signer:
        return signing.Signer(salt=self.salt)

    def token(self, row: Row) -> str:
        """Return the part of the address that opens the row; ":" would be encoded in addresses."""
        return self._signer.sign(str(row.pk)).replace(":", "~")

    def path(self, row: Row) -> str:
        """Return the page's path, for links on the site itself."""
        return reverse(self.page, args=[self.token(row)])

    def url(self, row: Row) -> str:
        """Return the whole address, for letters and their headers."""
        return settings.SITE_URL + self.path(row)

    def opens(self, token: str) -> Row | None:
        """Return the row of a token; None for a token that is not ours, or whose row is gone."""
        try:
            key = self._signer.unsign(token.replace("~", ":"))
        except signing.BadSignature:
            return None
        return self.model._base_manager.filter(pk=int(key)).first()
