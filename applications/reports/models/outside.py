"""採用実績報告 of what Key-Net did not bring: how many people a posting found in other ways (seed 002, §4; F.7)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from postings.models import Posting


class OtherWay(models.TextChoices):
    """How somebody was found who did not apply here."""

    PREFECTURE = "prefecture", "都道府県・受付窓口の紹介"
    NURSE_CENTER = "nurse_center", "ナースセンターの紹介"
    DOCTOR_BANK = "doctor_bank", "ドクターバンクの紹介"
    HELLO_WORK = "hello_work", "ハローワークの紹介"
    RECRUITER = "recruiter", "民間職業紹介事業者の紹介"
    OWN = "own", "施設自身の募集・知人など"


class OutsideHires(models.Model):
    """So many people for one posting in one way; a later number replaces the first and says so."""

    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="outside_hires")
    way = models.CharField("採用の方法", max_length=12, choices=OtherWay)
    people = models.PositiveSmallIntegerField("人数")
    reported_at = models.DateTimeField("報告日時", default=timezone.now)
    # A number that was replaced: when, and what it was before. The report keeps its first day, and so its period.
    corrected_at = models.DateTimeField("訂正日時", null=True, blank=True)
    people_before = models.PositiveSmallIntegerField("訂正前の人数", null=True, blank=True)
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager["OutsideHires"]] = models.Manager()

    class Meta:
        verbose_name = "ほかの方法での採用"
        constraints = (
            models.UniqueConstraint(
                fields=["posting", "way"],
                name="outside_hires_once",
                violation_error_message="この方法の人数は、すでに報告されています。",
            ),
            models.CheckConstraint(
                condition=Q(people__gte=0, people__lte=999),
                name="outside_hires_in_range",
                violation_error_message="人数は0名から999名までで入力してください。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.posting} {self.get_way_display()} {self.people}"
