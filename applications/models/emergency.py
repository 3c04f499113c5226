"""An emergency (緊急の閲覧): office or ministry opens one application, with a written reason, for a quarter of an hour."""

import uuid
from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.utils import timezone

from applications.models.application import Application
from keynet.accounts.models import User

OPEN_FOR = timedelta(minutes=15)


class EmergencyQuerySet(models.QuerySet["Emergency"]):
    """Words for sets of emergencies."""

    def open_to(self, user: User, body: str) -> Self:
        """What this very person opened in this body's name within the last quarter of an hour."""
        since = timezone.now() - OPEN_FOR
        return self.filter(opened_by=user, body=body, opened_at__gt=since)


class Emergency(models.Model):
    """One application opened by one person; the facility is told at once and reads the reason."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="emergencies")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    body = models.CharField(
        "所属", max_length=10, choices=[("office", "運営事務局"), ("ministry", "厚生労働省")]
    )
    reason = models.CharField("閲覧の理由", max_length=300, validators=[MinLengthValidator(10)])
    opened_at = models.DateTimeField("開いた日時", default=timezone.now)

    objects: ClassVar[models.Manager["Emergency"]] = EmergencyQuerySet.as_manager()

    class Meta:
        verbose_name = "緊急の閲覧"

    def __str__(self) -> str:
        return f"{self.application} {self.opened_at:%Y-%m-%d %H:%M}"

    @property
    def closes_at(self) -> datetime:
        """Return when the page is closed again."""
        return self.opened_at + OPEN_FOR

    @property
    def is_open(self) -> bool:
        """Return whether the page can be read: the time is not over, and the person still known."""
        return timezone.now() < self.closes_at and self.application.masked_at is None
