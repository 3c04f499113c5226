"""Who of the staff read whose data, when and on which page: written in the transaction of the reading."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from applications.models.application import Application
from applications.models.inquiry import Inquiry
from applications.models.list_file import ListFile
from facilities.models import Facility

NIGHT_BEGINS, NIGHT_ENDS = 22, 5
"""Hours of the night (労働基準法37条4項)."""


class Page(models.TextChoices):
    """The pages and files that show a person."""

    APPLICATION = "application", "応募者の画面"
    ANSWER = "answer", "応募者への連絡を書く画面"
    SHEET = "sheet", "応募シート"
    RESULT = "result", "採否結果通知"
    THREAD = "thread", "メッセージ"
    INTERVIEW = "interview", "面接の画面"
    INQUIRY = "inquiry", "質問の画面"
    HIRE = "hire", "採用と研修の画面"
    LIST_FILE = "list_file", "応募者の一覧のファイル"
    EMERGENCY = "emergency", "緊急の閲覧"


class PersonalAccessQuerySet(models.QuerySet["PersonalAccess"]):
    """Words for sets of readings."""

    def of(self, facility: Facility) -> Self:
        """Readings of one facility's applicants, whoever read, the newest first."""
        return self.filter(facility=facility).order_by("-at", "-pk")

    def about(self, application: Application) -> Self:
        """Readings of one applicant, also those of a list that was taken away with the applicant in it."""
        return self.filter(Q(application=application) | Q(file__applications__contains=[application.pk]))


class PersonalAccess(models.Model):
    """One reading. Nothing personal of the person read; a trigger keeps rows as they are for three years."""

    at = models.DateTimeField("日時", default=timezone.now)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # For whom the reader acted: a facility's own people, the office, the ministry.
    body = models.CharField(
        "所属",
        max_length=10,
        choices=[("facility", "施設"), ("office", "運営事務局"), ("ministry", "厚生労働省")],
    )
    # Whose applicants were read; the same as the reader's own but in an emergency.
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    page = models.CharField("画面", max_length=12, choices=Page)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, null=True, related_name="readings")
    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, null=True, related_name="readings")
    rows = models.PositiveIntegerField("人数", default=1)
    reason = models.CharField("緊急の閲覧の理由", max_length=300, blank=True)
    file = models.OneToOneField(ListFile, on_delete=models.PROTECT, null=True, related_name="reading")

    objects: ClassVar[models.Manager["PersonalAccess"]] = PersonalAccessQuerySet.as_manager()

    class Meta:
        verbose_name = "個人情報の閲覧"
        constraints = (
            models.CheckConstraint(
                condition=Q(application=None) | Q(inquiry=None),
                name="personal_access_of_one_row",
                violation_error_message="閲覧の記録は、応募か質問のどちらか1つのものです。",
            ),
            models.CheckConstraint(
                condition=Q(body="facility", reason="") | (~Q(body="facility") & ~Q(reason="")),
                name="personal_access_from_outside_has_reason",
                violation_error_message="施設の外からの閲覧には、理由が必要です。",
            ),
        )
        indexes = (
            models.Index(fields=["facility", "-at"], name="personal_access_of_facility"),
            models.Index(fields=["at"], name="personal_access_by_time"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.page}"

    @property
    def what(self) -> str:
        """Return which row was read, by its number, or how many."""
        row = self.application or self.inquiry
        return row.number if row else f"{self.rows}人"

    @property
    def is_at_night(self) -> bool:
        """Return whether it was read between ten and five: a sign, no more, where people work at night."""
        hour = timezone.localtime(self.at).hour
        return hour >= NIGHT_BEGINS or hour < NIGHT_ENDS

    @property
    def organisation(self) -> str:
        """Return for whom the reader acted, in words."""
        return str(self.facility) if self.body == "facility" else self.get_body_display()
