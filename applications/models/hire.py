"""A hire (採用): the outcome that is counted, kept without the person's name when the person is forgotten."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from applications.models.application import Application
from keynet.accounts.models import User
from keynet.vocabulary.recruiting import Referrer
from postings.models import Posting


class HireQuerySet(models.QuerySet["Hire"]):
    """Words for sets of hires."""

    def active(self) -> Self:
        """Hires that were not taken back: the ones that fill a place."""
        return self.filter(cancelled_at=None)

    def visible_to(self, user: User) -> Self:
        """The facility's own; office and ministry see all of them, but never whose they are (domain.md D.3)."""
        if user.serves("office") or user.serves("ministry"):
            return self.all()
        return self.filter(
            posting__facility__memberships__user=user, posting__facility__memberships__left_at=None
        )


class Hire(models.Model):
    """One filled place; written only by `applications.hiring`, which holds the posting's lock."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="hires")
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="hires")
    hired_at = models.DateTimeField("採用日時", default=timezone.now)
    starts_on = models.DateField("勤務開始日")
    # 免許証の原本確認: day and person, never a copy (domain.md C.6); empty only where no licence is asked for.
    licence_seen_on = models.DateField("免許証の原本を確認した日", null=True, blank=True)
    licence_seen_by = models.CharField("免許証の原本を確認した人", max_length=80, blank=True)
    # 条件の相違: whether the work differs from what the posting said, as Hello Work asks at hire (domain.md C.2).
    terms_differ = models.BooleanField("条件の相違", default=False)
    terms_difference = models.CharField("条件の相違の内容", max_length=200, blank=True)
    # 対面紹介: who brought the person in person, when it was not the applicant's own click (domain.md F.7).
    referred_by = models.CharField("紹介した機関", max_length=12, choices=Referrer, default=Referrer.NONE)
    # When the facility was last reminded that the training is not reported.
    training_asked_on = models.DateField("研修の報告を頼んだ日", null=True, blank=True)
    hired_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    cancelled_at = models.DateTimeField("取消日時", null=True, blank=True)
    cancel_reason = models.CharField("取消の理由", max_length=200, blank=True)

    objects: ClassVar[models.Manager["Hire"]] = HireQuerySet.as_manager()

    class Meta:
        verbose_name = "採用"
        constraints = (
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(cancelled_at=None),
                name="hire_once_per_application",
                violation_error_message="この応募は、すでに採用になっています。",
            ),
            models.CheckConstraint(
                condition=Q(terms_differ=True) | Q(terms_difference=""),
                name="hire_difference_is_stated",
                violation_error_message="条件の相違の内容は、相違があるときだけ入力してください。",
            ),
        )
        indexes = (models.Index(fields=["posting"], name="hire_of_posting", condition=Q(cancelled_at=None)),)

    def __str__(self) -> str:
        return f"{self.application} {self.hired_at:%Y-%m-%d}"
