"""The office's queue: what waits for a check, the most urgent first (2 business days, domain.md D.2)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from keynet.vocabulary.business_days import business_days_between
from postings.lifecycle import PostingStatus
from postings.models import Complaint, Posting, Review


@dataclass(frozen=True)
class Due:
    """How long the office still has."""

    on: date
    business_days: int  # 0 on the last day, negative when it is over

    @property
    def is_over(self) -> bool:
        """Return whether the promise is broken."""
        return self.business_days < 0 or self.on < timezone.localdate()

    @property
    def words(self) -> str:
        """Return 「あと1営業日」, 「今日まで」 or 「2営業日超過」."""
        if self.is_over:
            return f"{max(1, -self.business_days)}営業日超過"
        return f"あと{self.business_days}営業日" if self.business_days else "今日まで"


def waiting() -> QuerySet[Posting]:
    """Return what waits, each with how often it was returned before, in a fixed number of queries."""
    earlier = Review.objects.filter(posting=OuterRef("pk"), outcome=Review.Outcome.RETURNED).order_by()
    # Counted for the rows of the page alone; a join would group all that waits before the first is shown.
    returned = Coalesce(Subquery(earlier.values("posting").annotate(n=Count("pk")).values("n")), 0)
    found = Posting.objects.submitted().select_related("facility", "registration")
    return found.annotate(times_returned=returned)


def due_of(posting: Posting) -> Due | None:
    """Return the deadline of a waiting posting; None when it does not wait."""
    if posting.due_on is None or posting.status != PostingStatus.SUBMITTED:
        return None
    return Due(posting.due_on, business_days_between(timezone.localdate(), posting.due_on))


def counts() -> dict[str, int]:
    """Return the numbers above the queue."""
    today = timezone.localdate()
    beside = {"changed": Posting.objects.flagged().count(), "complaints": Complaint.objects.waiting().count()}
    return beside | Posting.objects.submitted().aggregate(
        all=Count("pk"),
        today=Count("pk", filter=Q(due_on=today)),
        overdue=Count("pk", filter=Q(due_on__lt=today)),
        new=Count("pk", filter=Q(registration__isnull=False)),
    )
