"""地域別最低賃金 (最低賃金法10条): yen an hour, by prefecture and first day in force. The office keeps the table."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from keynet.vocabulary import prefectures

LEAST, MOST = 500, 5000
"""Yen an hour; what lies outside is a slip of the keyboard."""


class MinimumWageQuerySet(models.QuerySet["MinimumWage"]):
    """Words for sets of minimum wages."""

    def in_force(self, on: date) -> Self:
        """Each prefecture's newest row that was in force on the day."""
        begun = self.filter(in_force_on__lte=on)
        return begun.order_by("prefecture", "-in_force_on").distinct("prefecture")


class MinimumWage(models.Model):
    """One amount from one day on, until the prefecture's next row."""

    prefecture = models.CharField("都道府県", max_length=2, choices=prefectures.CHOICES)
    in_force_on = models.DateField("発効日")
    yen_per_hour = models.PositiveSmallIntegerField("最低賃金（時間額）")

    objects: ClassVar[models.Manager["MinimumWage"]] = MinimumWageQuerySet.as_manager()

    class Meta:
        verbose_name = "最低賃金"
        constraints = (
            models.UniqueConstraint(
                fields=["prefecture", "in_force_on"],
                name="minimum_wage_once_a_day",
                violation_error_message="この都道府県には、同じ発効日の最低賃金がすでにあります。",
            ),
            models.CheckConstraint(
                condition=Q(yen_per_hour__gte=LEAST, yen_per_hour__lte=MOST),
                name="minimum_wage_in_range",
                violation_error_message=f"最低賃金は{LEAST}円から{MOST}円までで入力してください。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_prefecture_display()} {self.in_force_on:%Y-%m-%d} {self.yen_per_hour}"
