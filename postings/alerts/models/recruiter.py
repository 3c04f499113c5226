"""A private recruiter that volunteered to spread news of postings without pay (circular of 2020-05-27, 1(3))."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from keynet.lifecycle import Actor
from keynet.vocabulary import prefectures
from keynet.vocabulary.occupations import Occupation
from postings.alerts.lifecycle import RECRUITER, RecruiterStatus


class RecruiterQuerySet(models.QuerySet["Recruiter"]):
    """Words for sets of recruiters."""

    def active(self) -> Self:
        """Recruiters that said yes themselves and have not stopped."""
        return self.filter(status=RecruiterStatus.ACTIVE)

    def wanting(self, occupation: str, prefecture: str) -> Self:
        """Active recruiters whose chosen occupations and prefectures hold these (an empty choice means all)."""
        return self.active().filter(
            Q(occupations=[]) | Q(occupations__contains=[occupation]),
            Q(prefectures=[]) | Q(prefectures__contains=[prefecture]),
        )


class Recruiter(models.Model):
    """One company; its address is never shown to other recipients."""

    company = models.CharField("事業者の名称", max_length=100)
    licence_number = models.CharField("許可番号", max_length=20)
    address = models.EmailField("送付先", max_length=254, unique=True)
    occupations = ArrayField(
        models.CharField(max_length=30, choices=Occupation), verbose_name="職種", default=list, blank=True
    )
    prefectures = ArrayField(
        models.CharField(max_length=2, choices=prefectures.CHOICES),
        verbose_name="都道府県",
        default=list,
        blank=True,
    )
    # When the choices above were last written: who was to be told of an earlier posting is not judged by later ones.
    chosen_at = models.DateTimeField("職種・都道府県の時点", default=timezone.now)
    status = models.CharField("状態", max_length=8, choices=RecruiterStatus, default=RecruiterStatus.INVITED)
    created_at = models.DateTimeField("登録日時", default=timezone.now)
    opted_in_at = models.DateTimeField("受け取りの確認日時", null=True, blank=True)
    stopped_at = models.DateTimeField("停止日時", null=True, blank=True)

    objects: ClassVar[models.Manager["Recruiter"]] = RecruiterQuerySet.as_manager()

    class Meta:
        verbose_name = "民間職業紹介事業者"
        constraints = (
            models.CheckConstraint(
                condition=~Q(status="active") | Q(opted_in_at__isnull=False),
                name="recruiter_active_opted_in",
                violation_error_message="受け取りの確認が済んでいない事業者には送れません。",
            ),
        )

    def __str__(self) -> str:
        return self.company

    @property
    def occupation_labels(self) -> list[str]:
        """Return the chosen occupations as people read them; empty means all."""
        return [Occupation(value).label for value in self.occupations]

    @property
    def prefecture_labels(self) -> list[str]:
        """Return the names of the chosen prefectures; empty means all."""
        return [prefectures.PREFECTURES[code].name for code in self.prefectures]

    def invite(self, *, by: Actor) -> None:
        """The office asks (again) whether the company wants the letters."""
        with RECRUITER.move(self, "invite", by=by):
            self.stopped_at = None

    def opt_in(self, *, by: Actor) -> None:
        """The company says yes through the mailed link (double opt-in)."""
        with RECRUITER.move(self, "opt_in", by=by):
            self.opted_in_at = timezone.now()

    def stop(self, *, by: Actor) -> None:
        """No more letters, at once."""
        with RECRUITER.move(self, "stop", by=by):
            self.stopped_at = timezone.now()
