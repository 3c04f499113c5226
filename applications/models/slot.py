"""A slot (面接の候補): a time at which a facility can talk to one person, and to whom it was offered."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from applications.lifecycle import ApplicationStatus, InterviewStatus
from applications.models.application import Application
from facilities.models import Facility


class SlotQuerySet(models.QuerySet["Slot"]):
    """Words for sets of slots."""

    def free(self) -> Self:
        """Slots that somebody can still take: in the future, not withdrawn, nobody has them."""
        rows = self.filter(withdrawn_at=None, starts_at__gt=timezone.now())
        return rows.exclude(interviews__status=InterviewStatus.AGREED)

    def offered_to(self, application: Application) -> Self:
        """Slots whose offer to an applicant stands, the earliest first."""
        mine = SlotOffer.objects.standing().filter(slot=OuterRef("pk"), application=application)
        return self.filter(Exists(mine)).order_by("starts_at", "pk")

    def with_others(self, application: Application) -> Self:
        """Count to how many other people each is offered (`others`)."""
        standing = SlotOffer.objects.standing().filter(slot=OuterRef("pk"), application__leaves_at=None)
        theirs = standing.exclude(application=application).order_by().values("slot")
        return self.annotate(others=Coalesce(Subquery(theirs.annotate(n=Count("pk")).values("n")), 0))


class Slot(models.Model):
    """Day, hour and place; the same slot may be offered to several people, and the first one who takes it has it."""

    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField("始まり")
    minutes = models.PositiveSmallIntegerField("長さ（分）")
    place = models.CharField("場所", max_length=200, blank=True)
    online_url = models.URLField("オンラインのURL", max_length=300, blank=True)
    note = models.CharField("持ち物など", max_length=200, blank=True)
    created_at = models.DateTimeField("作成日時", default=timezone.now)
    withdrawn_at = models.DateTimeField("取り下げた日時", null=True, blank=True)

    objects: ClassVar[models.Manager["Slot"]] = SlotQuerySet.as_manager()

    class Meta:
        verbose_name = "面接の候補"
        constraints = (
            # The same room at the same time is one slot, also when it is offered to a second person.
            models.UniqueConstraint(
                fields=["facility", "starts_at", "place", "online_url"],
                condition=Q(withdrawn_at=None),
                name="slot_once",
                violation_error_message="同じ日時と場所の候補が、すでにあります。",
            ),
            models.CheckConstraint(
                condition=~Q(place="") | ~Q(online_url=""),
                name="slot_has_place",
                violation_error_message="面接の場所か、オンラインのURLを入力してください。",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=10, minutes__lte=240),
                name="slot_minutes_in_range",
                violation_error_message="面接の長さは、10分から240分までにしてください。",
            ),
        )

    def __str__(self) -> str:
        return f"{timezone.localtime(self.starts_at):%Y-%m-%d %H:%M}"

    @property
    def ends_at(self) -> datetime:
        """Return when the talk is over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def where(self) -> str:
        """Return the place, the address of an online talk, or both."""
        return "　".join(part for part in (self.place, self.online_url) if part)

    @property
    def offered_where(self) -> str:
        """Return what somebody reads who may still choose: the address of an online talk is for who takes the slot."""
        return "　".join(part for part in (self.place, "オンライン" if self.online_url else "") if part)


class SlotOfferQuerySet(models.QuerySet["SlotOffer"]):
    """Words for sets of offers."""

    def standing(self) -> Self:
        """Offers neither refused by the applicant nor ended by the facility, nor of a round whose interview is past.

        Whoever has an offer of the work, or whose selection is over, chooses no time any more.
        """
        met = Application.objects.filter(
            pk=OuterRef("application"),
            interviews__status=InterviewStatus.AGREED,
            interviews__slot__starts_at__lte=timezone.now(),
            interviews__taken_at__gte=OuterRef("offered_at"),
        )
        rows = self.filter(application__status=ApplicationStatus.INTERVIEW)
        return rows.filter(refused_at=None, ended_at=None).exclude(Exists(met))


class SlotOffer(models.Model):
    """That a slot was offered to an applicant."""

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="offers")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="slot_offers")
    offered_at = models.DateTimeField("案内した日時", default=timezone.now)
    refused_at = models.DateTimeField("都合が合わないと答えた日時", null=True, blank=True)
    # By the facility: a later invitation replaced it, or the interview there was put off or called off.
    ended_at = models.DateTimeField("案内を終えた日時", null=True, blank=True)

    objects: ClassVar[models.Manager["SlotOffer"]] = SlotOfferQuerySet.as_manager()

    class Meta:
        verbose_name = "面接の候補の案内"
        constraints = (
            models.UniqueConstraint(
                fields=["slot", "application"],
                name="slot_offered_once",
                violation_error_message="この候補は、すでに案内しています。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.application} {self.slot}"
