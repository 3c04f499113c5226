"""A list of applicants that was taken away as a file: who, when, what for, and exactly who stood in it."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils import timezone

from facilities.models import Facility


class ListFile(models.Model):
    """One file. Its number stands in the file's name and in each of its lines, so that one leaked line names it."""

    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("日時", default=timezone.now)
    purpose = models.CharField("使う目的", max_length=100)
    # Keys of the applications in it: also a line that lost the file's number leads to the files it may be from.
    applications = ArrayField(models.BigIntegerField(), verbose_name="入っている応募")

    objects: ClassVar[models.Manager["ListFile"]] = models.Manager()

    class Meta:
        verbose_name = "応募者の一覧のファイル"
        indexes = (GinIndex(fields=["applications"], name="list_file_of_application"),)

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Return the printed number, e.g. L-2611-000012."""
        return f"L-{timezone.localtime(self.at):%y%m}-{self.pk:06}"
