"""An alarm: somebody of a facility read people's data in an unusual way; once for each person, kind and day."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from facilities.models import Facility


class Unusual(models.TextChoices):
    """What is unusual, in the words of the letter."""

    MANY = "many", "10分間に50人を超える応募者の情報を開きました"
    FIRST_FILE = "first_file", "応募者の一覧を、初めてファイルに書き出しました"


class ReadingAlarm(models.Model):
    """One alarm; the facility's admins look into it, office and ministry count it."""

    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("種類", max_length=10, choices=Unusual)
    day = models.DateField("日付")
    at = models.DateTimeField("知らせた日時", default=timezone.now)

    objects: ClassVar[models.Manager["ReadingAlarm"]] = models.Manager()

    class Meta:
        verbose_name = "いつもと違う閲覧"
        constraints = (
            models.UniqueConstraint(
                fields=["facility", "actor", "kind", "day"],
                name="reading_alarm_once_a_day",
                violation_error_message="同じ日の同じ知らせがすでにあります。",
            ),
        )
        indexes = (models.Index(fields=["at"], name="reading_alarm_by_time"),)

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"
