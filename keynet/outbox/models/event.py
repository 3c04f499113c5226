"""What happened: one row per change, written in the transaction of the change."""

from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone


class EventQuerySet(models.QuerySet["Event"]):
    """Words for sets of events."""

    def waiting(self) -> Self:
        """Events whose reactions have not run and whose back-off is over, oldest first."""
        return self.filter(handled_at=None, next_try_at__lte=timezone.now()).order_by("id")

    def about(self, subject: models.Model) -> Self:
        """The history of one row, oldest first."""
        return self.filter(subject=subject_key(subject)).order_by("id")


class Event(models.Model):
    """A change that others react to, and the history that people read; never any personal data."""

    name = models.CharField("出来事", max_length=60)
    subject = models.CharField("対象", max_length=80)
    actor = models.CharField("行為者", max_length=100)
    data = models.JSONField("補足", default=dict)
    at = models.DateTimeField("日時", default=timezone.now)
    handled_at = models.DateTimeField("処理日時", null=True)
    tries = models.PositiveSmallIntegerField("失敗回数", default=0)
    next_try_at = models.DateTimeField("次に試す日時", default=timezone.now)
    last_error = models.TextField("直近の失敗", blank=True)

    objects: ClassVar[models.Manager["Event"]] = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "出来事"
        indexes = (
            models.Index(fields=["next_try_at", "id"], name="event_waiting", condition=Q(handled_at=None)),
            models.Index(fields=["subject", "id"], name="event_history"),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.subject}"

    @property
    def subject_id(self) -> int:
        """Return the primary key in `subject`."""
        return int(self.subject.partition(":")[2])

    def step_aside(self, error: str) -> None:
        """Try again later with growing pauses (up to an hour), so that one bad event never blocks the rest."""
        self.tries += 1
        self.next_try_at = timezone.now() + timedelta(seconds=min(3600, 2**self.tries))
        self.last_error = error[:2000]
        self.save(update_fields=["tries", "next_try_at", "last_error"])


def subject_key(subject: models.Model) -> str:
    """Return the text by which events and letters point at a row, e.g. `posting:12`."""
    return f"{subject._meta.model_name}:{subject.pk}"
