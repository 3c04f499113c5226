"""A file that somebody of office or ministry takes away: asked for with its purpose, made, kept for a day."""

import uuid
from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone

from keynet.accounts.models import User
from keynet.accounts.models.appointment import Body

KEPT_FOR = timedelta(hours=24)
SILENT_FOR = timedelta(minutes=2)
"""A worker that has said nothing for so long is dead: the next one takes its file over."""
TRIES = 2


class Form(models.TextChoices):
    """What the file is."""

    XLSX = "xlsx", "Excel"
    CSV = "csv", "CSV"


class Content(models.TextChoices):
    """What stands in the file."""

    POSTINGS = "postings", "募集情報（全項目）"
    TRAINING = "training", "研修受講報告"
    HIRES = "hires", "採用実績報告"
    UNDONE = "undone", "取り消された採用"
    OUTSIDE = "outside", "ほかの方法での採用"
    DUE = "due", "研修が未報告の施設"
    DOCTORS = "doctors", "医師の募集情報"
    CHECKS = "checks", "受付処理状況"
    SENT = "sent", "配信記録"
    LOG = "log", "監査ログ"


OF_HIRES = (Content.TRAINING, Content.HIRES, Content.UNDONE, Content.OUTSIDE, Content.DUE)
"""The lists of hires and trainings, taken away from the ministry's page of reports."""


class ExportQuerySet(models.QuerySet["Export"]):
    """Words for sets of exports."""

    def visible_to(self, user: User) -> Self:
        """The exports of the person's bodies: office and ministry each read who of them took what away."""
        bodies = [body for body in (Body.OFFICE, Body.MINISTRY) if user.serves(body)]
        return self.filter(body__in=bodies)

    def claimable(self, now: datetime) -> Self:
        """Files that nobody makes, the first asked first."""
        unfinished = self.filter(finished_at=None, failed_at=None)
        forsaken = Q(heard_at=None) | Q(heard_at__lt=now - SILENT_FOR)
        return unfinished.filter(forsaken).order_by("asked_at", "pk")

    def outlived(self, now: datetime) -> Self:
        """Files whose day is over and whose content is still here."""
        return self.filter(finished_at__lte=now - KEPT_FOR, deleted_at=None)


class Export(models.Model):
    """Who took what away, when and what for; the content stands in its parts and goes after a day."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission_id = models.UUIDField("送信の番号", unique=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="exports")
    body = models.CharField(
        "所属", max_length=20, choices=[(b.value, b.label) for b in (Body.OFFICE, Body.MINISTRY)]
    )
    content = models.CharField("内容", max_length=8, choices=Content, default=Content.POSTINGS)
    form = models.CharField("形式", max_length=4, choices=Form)
    purpose = models.CharField("利用の目的", max_length=200)
    query = models.CharField("条件", max_length=1000, blank=True)
    rows = models.PositiveIntegerField("予告した件数")
    asked_at = models.DateTimeField("依頼日時", default=timezone.now)
    tries = models.PositiveSmallIntegerField("作成の回数", default=0)
    # The worker says here that it lives, and how far it has come.
    heard_at = models.DateTimeField("作成中の合図", null=True, blank=True)
    written = models.PositiveIntegerField("書いた件数", default=0)
    finished_at = models.DateTimeField("作成日時", null=True, blank=True)
    failed_at = models.DateTimeField("作成できなかった日時", null=True, blank=True)
    deleted_at = models.DateTimeField("ファイルを消した日時", null=True, blank=True)

    objects: ClassVar[models.Manager["Export"]] = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = "書き出し"
        indexes = (models.Index(fields=["body", "-asked_at"], name="export_list"),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(purpose=""),
                name="export_has_purpose",
                violation_error_message="利用の目的を入力してください。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.public_id}"

    @property
    def conditions(self) -> QueryDict:
        """Return the conditions as the list's address has them."""
        return QueryDict(self.query)

    @property
    def is_ready(self) -> bool:
        """Return whether its maker can fetch a file that was made in the background."""
        return self.form == Form.XLSX and self.finished_at is not None and self.kept_until > timezone.now()

    @property
    def kept_until(self) -> datetime:
        """Return when the file goes."""
        return (self.finished_at or timezone.now()) + KEPT_FOR

    @property
    def percent(self) -> int:
        """Return how far the file has come; rows that came in the meantime never make it more than all."""
        return min(100, self.written * 100 // max(1, self.rows))


class ExportPart(models.Model):
    """A piece of a file. Rows, not a directory: every web host reads them, and they go with the backup's rules."""

    export = models.ForeignKey(Export, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField("番号")
    content = models.BinaryField("内容")

    class Meta:
        verbose_name = "書き出しの一部"
        constraints = (
            models.UniqueConstraint(
                fields=["export", "number"],
                name="export_part_once",
                violation_error_message="この部分はすでにあります。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.export_id}/{self.number}"
