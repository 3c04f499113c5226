"""A message of the thread between an applicant (or asker) and a facility, passed on word for word (職発512号)."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from applications.models.application import Application
from applications.models.inquiry import Inquiry


class Side(models.TextChoices):
    """Who wrote; office and ministry neither read nor write (domain.md B.6)."""

    APPLICANT = "applicant", "応募した方・質問した方"
    FACILITY = "facility", "施設"

    @property
    def other(self) -> "Side":
        """Return the side that reads what this one wrote."""
        return Side.FACILITY if self == Side.APPLICANT else Side.APPLICANT


class ThreadMessageQuerySet(models.QuerySet["ThreadMessage"]):
    """Words for sets of messages."""

    def about(self, row: Application | Inquiry) -> Self:
        """The thread of an application or an inquiry, oldest first."""
        name = "application" if isinstance(row, Application) else "inquiry"
        return self.filter(**{name: row}).order_by("written_at", "pk")

    def unread_by(self, side: Side) -> Self:
        """What the other side wrote and this side has not marked as read."""
        return self.filter(side=side.other, read_at=None)


class ThreadMessage(models.Model):
    """One message; nothing but masking ever changes its text."""

    submission_id = models.UUIDField("送信の番号", unique=True)
    application = models.ForeignKey(Application, on_delete=models.CASCADE, null=True, related_name="thread")
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, null=True, related_name="thread")
    side = models.CharField("書いた側", max_length=10, choices=Side)
    # Of the facility's side only: the applicant is known by the row the thread belongs to.
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    text = models.TextField("本文", max_length=1000)
    written_at = models.DateTimeField("送信日時", default=timezone.now)
    read_at = models.DateTimeField("読んだ日時", null=True)

    objects: ClassVar[models.Manager["ThreadMessage"]] = ThreadMessageQuerySet.as_manager()

    class Meta:
        verbose_name = "メッセージ"
        constraints = (
            models.CheckConstraint(
                condition=Q(application=None) ^ Q(inquiry=None),
                name="thread_message_of_one_row",
                violation_error_message="メッセージは、応募か問い合わせのどちらか1つのものです。",
            ),
            models.CheckConstraint(
                condition=Q(side="applicant", written_by=None) | Q(side="facility", written_by__isnull=False),
                name="thread_message_has_writer",
                violation_error_message="施設のメッセージには、書いた人の記録が必要です。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.application or self.inquiry} {self.side}"
