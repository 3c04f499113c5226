"""Who works for a public body: the office, the ministry, a prefecture, a nurse center."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from keynet.vocabulary import prefectures


class Body(models.TextChoices):
    """The public bodies that have consoles (domain.md D.3)."""

    OFFICE = "office", "運営事務局"
    MINISTRY = "ministry", "厚生労働省"
    PREFECTURE = "prefecture", "都道府県"
    NURSE_CENTER = "nurse_center", "ナースセンター"


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Words for sets of appointments."""

    def current(self) -> Self:
        """Appointments that have not ended."""
        return self.filter(ended_at=None)


class Appointment(models.Model):
    """One person's post at one body; prefecture is empty for the two national bodies."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="appointments")
    body = models.CharField("所属", max_length=20, choices=Body)
    prefecture = models.CharField("都道府県", max_length=2, choices=prefectures.CHOICES, blank=True)
    began_at = models.DateTimeField("開始日時", default=timezone.now)
    ended_at = models.DateTimeField("終了日時", null=True, blank=True)

    objects: ClassVar[models.Manager["Appointment"]] = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = "配属"
        constraints = (
            models.UniqueConstraint(
                fields=["user", "body", "prefecture"],
                condition=Q(ended_at=None),
                name="appointment_once",
                violation_error_message="この方はすでに配属されています。",
            ),
            models.CheckConstraint(
                condition=Q(body__in=["office", "ministry"], prefecture="")
                | (Q(body__in=["prefecture", "nurse_center"]) & ~Q(prefecture="")),
                name="appointment_prefecture_fits_body",
                violation_error_message="都道府県とナースセンターの配属には、都道府県を選んでください。",
            ),
        )

    def __str__(self) -> str:
        place = prefectures.PREFECTURES[self.prefecture].name if self.prefecture else ""
        return f"{place}{self.get_body_display()}"
