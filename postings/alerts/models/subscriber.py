"""Somebody who gets letters about saved conditions: a mail address and nothing else, for as long as it is needed."""

from typing import ClassVar, Self

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from keynet.lifecycle import LinkHolder
from keynet.outbox.models.event import subject_key


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    """Words for sets of subscribers."""

    def at(self, address: str) -> Self:
        """The subscriber of an address, whatever its capitals."""
        return self.filter(address__iexact=address)

    def locked(self, *, skip: bool = False) -> Self:
        """The same rows, held until the end of the transaction: everything about a subscriber happens in turn.

        `skip` leaves out those that somebody else holds right now.
        """
        return self.select_for_update(of=("self",), no_key=True, skip_locked=skip)


class Subscriber(models.Model):
    """One address. The row goes with the last of its conditions, and so does the address."""

    address = models.EmailField("メールアドレス", max_length=254)
    created_at = models.DateTimeField("作成日時", default=timezone.now)

    objects: ClassVar[models.Manager["Subscriber"]] = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = "条件お知らせの宛先"
        constraints = (
            models.UniqueConstraint(
                Lower("address"),
                name="subscriber_address_once",
                violation_error_message="このメールアドレスは登録されています。",
            ),
        )

    def __str__(self) -> str:
        return subject_key(self)  # an address does not belong in logs

    @property
    def holder(self) -> LinkHolder:
        """Return whoever opened a link of a letter to this address, as an actor."""
        return LinkHolder(subject_key(self))
