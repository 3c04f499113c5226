"""Block 給与・保険."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from keynet.vocabulary.terms import Childcare, CommuteAllowance, FixedOvertime, Housing, Insurance, WageType


class PayTerms(models.Model):
    """賃金の額 (固定残業代 apart) and the insurances; all amounts are yen."""

    wage_type = models.CharField("賃金形態", max_length=12, choices=WageType, blank=True)
    wage_min = models.PositiveIntegerField("賃金の下限", null=True, blank=True)
    wage_max = models.PositiveIntegerField("賃金の上限", null=True, blank=True)
    wage_note = models.CharField("手当・内訳", max_length=300, blank=True)
    fixed_overtime = models.CharField("固定残業代", max_length=8, choices=FixedOvertime, blank=True)
    fixed_overtime_yen = models.PositiveIntegerField("固定残業代の額", null=True, blank=True)
    fixed_overtime_hours = models.PositiveSmallIntegerField("固定残業代の時間数", null=True, blank=True)
    fixed_overtime_beyond = models.BooleanField("超過分を別途支給", null=True, blank=True)
    commute_allowance = models.CharField("通勤手当", max_length=12, choices=CommuteAllowance, blank=True)
    commute_cap_yen = models.PositiveIntegerField("通勤手当の上限", null=True, blank=True)
    insurance = ArrayField(
        models.CharField(max_length=16, choices=Insurance), verbose_name="加入保険", default=list, blank=True
    )
    childcare = models.CharField("託児", max_length=10, choices=Childcare, blank=True)
    housing = models.CharField("宿舎・住宅", max_length=10, choices=Housing, blank=True)

    class Meta:
        abstract = True
