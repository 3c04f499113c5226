"""Words for sets of postings."""

import re
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from facilities.models import Membership
from keynet.accounts.models import User
from keynet.vocabulary.occupations import NURSING
from postings.lifecycle import PUBLIC_LABELS, READ_BY_PREFECTURE
from postings.lifecycle import PostingStatus as S

if TYPE_CHECKING:
    from postings.models.posting import Posting  # noqa: F401  (only the type parameter below needs it)

NUMBER = re.compile(r"^KN-(\d{4})-(\d{6,12})$")


class PostingQuerySet(models.QuerySet["Posting"]):
    """Which postings somebody may see, and which ones are meant."""

    def live(self) -> Self:
        """Postings that can be applied to now."""
        return self.filter(status=S.PUBLISHED)

    def public(self) -> Self:
        """Postings whose page anyone may read: live, paused, and closed after having been public.

        What ended while it was suspended stays hidden: it keeps the reason for its suspension.
        """
        return self.filter(status__in=PUBLIC_LABELS, suspend_reason="").exclude(published_at=None)

    def submitted(self) -> Self:
        """The office's queue, the most urgent first."""
        return self.filter(status=S.SUBMITTED).order_by("due_on", "submitted_at", "pk")

    def flagged(self) -> Self:
        """Public postings with a weighty change that the office has not looked at yet, the oldest first."""
        return self.exclude(flagged_at=None).order_by("flagged_at", "pk")

    def visible_to(self, user: User) -> Self:
        """Every posting that the person may read in a console, whatever the reason (domain.md D.3)."""
        if user.serves("office") or user.serves("ministry"):
            return self.exclude(status=S.DRAFT)
        own = Membership.objects.current().filter(user=user).values_list("facility", flat=True)
        if not user.current_appointments:
            return self.filter(facility__in=own)
        # Read first: mostly there are none, and then the indexes by prefecture answer alone.
        reasons = Q(facility__in=list(own))
        checked = Q(status__in=READ_BY_PREFECTURE)
        for appointment in user.current_appointments:
            here = Q(work_prefecture=appointment.prefecture)
            if appointment.body == "prefecture":
                reasons |= here & checked
            elif appointment.body == "nurse_center":
                seen = Q(status__in=PUBLIC_LABELS, suspend_reason="", occupation__in=NURSING)
                reasons |= here & seen & Q(published_at__isnull=False)
        return self.filter(reasons)

    def numbered(self, number: str) -> Self:
        """The posting of a printed number (KN-2611-004182), or nothing."""
        found = NUMBER.match(number)
        return self.filter(pk=min(int(found[2]), 2**63 - 1)) if found else self.none()

    def for_list(self) -> Self:
        """What a card needs, in one query."""
        return self.select_related("facility")
