"""What must leave: one row per letter and recipient; only the postman sends."""

import uuid
from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

ERASED = "@erased.invalid"
"""The domain of a recipient that is known no more; no mail can be delivered there."""


class LetterQuerySet(models.QuerySet["Letter"]):
    """Words for sets of letters."""

    def may_have_left(self) -> Self:
        """Letters that their recipients may have read: sent, just being sent, or handed over without an answer."""
        gone = (Letter.Status.SENT, Letter.Status.SENDING, Letter.Status.UNKNOWN)
        return self.filter(Q(status__in=gone) | Q(unconfirmed__gt=0))

    def for_a_person(self) -> Self:
        """Letters that no machine decides about any more: refused for good, or perhaps received."""
        return self.filter(status__in=(Letter.Status.UNKNOWN, Letter.Status.FAILED))

    def put_back(self) -> int:
        """Let these letters go on their way again, and return their number."""
        return self.update(status=Letter.Status.PENDING, next_try_at=timezone.now(), tries=0, last_error="")

    def erase(self) -> None:
        """Keep which kind of letter left when; to whom and with what words goes, and what still waits never leaves."""
        self.filter(status=Letter.Status.PENDING).update(status=Letter.Status.SUPPRESSED)
        # Of its own for each letter: two may differ by nothing but their recipients (letter_once).
        nobody = Concat(Cast("id", models.CharField()), Value(ERASED))
        self.update(recipient=nobody, recipient_name="", heading="", body="", stop_url="", last_error="")

    def abandoned(self) -> Self:
        """Letters whose sender died between claim and result (its lease is over)."""
        return self.filter(status=Letter.Status.SENDING, lease_until__lt=timezone.now())


class Letter(models.Model):
    """One letter to one address. Unique by kind, subject, recipient and period: that is what "once" means."""

    class Status(models.TextChoices):
        PENDING = "pending", "送信待ち"
        SENDING = "sending", "送信中"
        SENT = "sent", "送信済み"
        UNKNOWN = "unknown", "届いたか不明"
        FAILED = "failed", "送れませんでした"
        SUPPRESSED = "suppressed", "取りやめ"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField("種類", max_length=60)
    subject = models.CharField("対象", max_length=80)
    recipient = models.EmailField("宛先", max_length=254)
    recipient_name = models.CharField("宛先の名前", max_length=120, blank=True)
    period = models.CharField("期", max_length=40, blank=True)
    heading = models.CharField("件名", max_length=200)
    body = models.TextField("本文", blank=True)
    stop_url = models.URLField("配信停止のURL", max_length=300, blank=True)
    status = models.CharField("状態", max_length=12, choices=Status, default=Status.PENDING)
    tries = models.PositiveSmallIntegerField("送信回数", default=0)
    unconfirmed = models.PositiveSmallIntegerField("受領の返事がなかった回数", default=0)
    next_try_at = models.DateTimeField("次に試す日時", default=timezone.now)
    lease_until = models.DateTimeField("送信中の期限", null=True)
    last_error = models.CharField("直近の失敗", max_length=500, blank=True)
    created_at = models.DateTimeField("作成日時", default=timezone.now)
    sent_at = models.DateTimeField("送信日時", null=True)

    objects: ClassVar[models.Manager["Letter"]] = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = "手紙"
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "subject", "recipient", "period"],
                name="letter_once",
                violation_error_message="同じ手紙を二度送ることはできません。",
            ),
            models.CheckConstraint(
                condition=~Q(recipient__contains=",")
                & ~Q(recipient__contains="\n")
                & Q(recipient__contains="@"),
                name="letter_one_recipient",
                violation_error_message="手紙の宛先は1つだけにしてください。",
            ),
            models.CheckConstraint(
                condition=~Q(status="sent") | Q(sent_at__isnull=False),
                name="letter_sent_has_time",
                violation_error_message="送信済みの手紙には送信日時が必要です。",
            ),
        )
        indexes = (
            models.Index(fields=["next_try_at", "id"], name="letter_due", condition=Q(status="pending")),
            models.Index(fields=["lease_until"], name="letter_leased", condition=Q(status="sending")),
            models.Index(fields=["subject", "kind"], name="letter_about"),
            models.Index(fields=["-created_at"], name="letter_newest"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"

    @property
    def message_id(self) -> str:
        """Return the Message-ID, fixed at creation so that a repeat can be recognised by receivers."""
        return f"<{self.id}@key-net.invalid>"

    @property
    def waits_for_a_person(self) -> bool:
        """Return whether somebody may have it sent again (a wiped text cannot be)."""
        return self.status in (self.Status.UNKNOWN, self.Status.FAILED) and bool(self.body)

    @property
    def subject_id(self) -> int:
        """Return the primary key of the row that the letter speaks of."""
        return int(self.subject.partition(":")[2])

    def wait(self, pause: timedelta, error: str) -> None:
        """Put the letter back for a later try."""
        self.status = self.Status.PENDING
        self.next_try_at = timezone.now() + pause
        self._settle(error)

    def settle(self, status: str, error: str = "") -> None:
        """Write the end of the letter's way: sent, unknown, failed or suppressed."""
        self.status = status
        if status == self.Status.SENT:
            self.sent_at = timezone.now()
        self._settle(error)

    def _settle(self, error: str) -> None:
        self.lease_until = None
        self.last_error = error[:500]
        self.save(
            update_fields=[
                "status",
                "sent_at",
                "unconfirmed",
                "next_try_at",
                "lease_until",
                "last_error",
                "body",
            ]
        )
