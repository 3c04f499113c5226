"""A day that a hire covers: a line of the posting's single days, copied when the person was hired."""

from typing import ClassVar, Self

from django.db import models

from applications.models.hire import Hire
from postings.wording.hours import spot_day


class HireDayQuerySet(models.QuerySet["HireDay"]):
    """Words for sets of days."""

    def active(self) -> Self:
        """Days of hires that were not taken back."""
        return self.filter(hire__cancelled_at=None)

    def in_order(self) -> Self:
        """As they are worked."""
        return self.order_by("on", "starts", "pk")


class HireDay(models.Model):
    """One day of one person; a trigger refuses a second one at the same time within one organisation (domain.md C.5)."""

    hire = models.ForeignKey(Hire, on_delete=models.PROTECT, related_name="days")
    on = models.DateField("勤務日")
    # As in the posting: "09:00"; an end past 24:00 is the next morning.
    starts = models.CharField("始まり", max_length=5)
    ends = models.CharField("終わり", max_length=5)

    objects: ClassVar[models.Manager["HireDay"]] = HireDayQuerySet.as_manager()

    class Meta:
        verbose_name = "採用した勤務日"
        constraints = (
            models.UniqueConstraint(
                fields=["hire", "on", "starts", "ends"],
                name="hire_day_once",
                violation_error_message="この勤務日は、すでに選ばれています。",
            ),
        )
        indexes = (models.Index(fields=["on"], name="hire_day_on"),)

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """Return the line of the posting that it fills (`postings.models.days.key_of`)."""
        return f"{self.on:%Y-%m-%d} {self.starts} {self.ends}"

    @property
    def words(self) -> str:
        """Return day and hours as people read them, e.g. 2026年12月5日（土） 9:00〜17:00."""
        return spot_day({"on": f"{self.on}", "starts": self.starts, "ends": self.ends})
