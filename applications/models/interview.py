"""An interview (面接): one applicant on one slot."""

import uuid
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from applications.lifecycle import INTERVIEW, InterviewStatus
from applications.models.application import Application
from applications.models.slot import Slot
from keynet.lifecycle import Actor, Clock


class InterviewQuerySet(models.QuerySet["Interview"]):
    """Words for sets of interviews."""

    def agreed(self) -> Self:
        """Interviews that stand."""
        return self.filter(status=InterviewStatus.AGREED)

    def to_come(self) -> Self:
        """Interviews that stand and have not begun."""
        return self.agreed().filter(slot__starts_at__gt=timezone.now())

    def of(self, application: Application) -> Self:
        """The latest of an applicant, with its slot; whoever shows it asks whether it stands."""
        return self.filter(application=application).select_related("slot").order_by("-taken_at", "-pk")


class Interview(models.Model):
    """Made when an applicant takes a slot; `sequence` grows with every change, so that calendars follow (RFC 5545)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="interviews")
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="interviews")
    status = models.CharField("状態", max_length=10, choices=InterviewStatus, default=InterviewStatus.AGREED)
    sequence = models.PositiveSmallIntegerField("変更の回数", default=0)
    taken_at = models.DateTimeField("決まった日時", default=timezone.now)
    changed_at = models.DateTimeField("最後に変わった日時", default=timezone.now)

    objects: ClassVar[models.Manager["Interview"]] = InterviewQuerySet.as_manager()

    class Meta:
        verbose_name = "面接"
        constraints = (
            models.UniqueConstraint(
                fields=["slot"],
                condition=Q(status="agreed"),
                name="interview_one_person_on_a_slot",
                violation_error_message="この日時は、ほかの方に決まりました。",
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(status="agreed"),
                name="interview_one_slot_of_a_person",
                violation_error_message="面接の日時は、すでに決まっています。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.application} {self.slot}"

    @property
    def is_to_come(self) -> bool:
        """Return whether it stands and has not begun."""
        return self.status == InterviewStatus.AGREED and self.slot.starts_at > timezone.now()

    def change(self, slot: Slot, *, by: Actor) -> None:
        """Put the interview on another slot; both sides are told, and their calendars follow."""
        with INTERVIEW.move(self, "change", by=by):
            self.slot = slot
            self.sequence += 1
            self.changed_at = timezone.now()

    def hold(self) -> None:
        """Its time is past."""
        with INTERVIEW.move(self, "hold", by=Clock()):
            self.changed_at = timezone.now()

    def cancel(self, *, by: Actor) -> None:
        """Call the interview off; the slot is free for others unless its facility gives it up."""
        with INTERVIEW.move(self, "cancel", by=by):
            self.sequence += 1
            self.changed_at = timezone.now()
