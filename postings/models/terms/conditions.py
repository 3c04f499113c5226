"""Block 勤務の条件: for how long, on what footing, when."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from keynet.vocabulary.employment import (
    ContractTerm,
    EmploymentBasis,
    EmploymentType,
    Probation,
    Renewal,
    RenewalLimit,
)
from keynet.vocabulary.terms import Holidays, OnCall, Overtime, ShiftPattern, Start, WorkDays


class ConditionTerms(models.Model):
    """契約期間・更新・試用期間・始業終業・休憩・休日・所定外労働."""

    employment_type = models.CharField("雇用形態", max_length=12, choices=EmploymentType, blank=True)
    employment_basis = models.CharField("任用・雇用の別", max_length=16, choices=EmploymentBasis, blank=True)
    is_dispatch = models.BooleanField("派遣労働者として雇用", default=False)
    contract_term = models.CharField("契約期間", max_length=12, choices=ContractTerm, blank=True)
    contract_from = models.DateField("契約の始まり", null=True, blank=True)
    contract_to = models.DateField("契約の終わり", null=True, blank=True)
    renewal = models.CharField("更新の有無", max_length=12, choices=Renewal, blank=True)
    renewal_note = models.CharField("更新の基準", max_length=200, blank=True)
    renewal_limit = models.CharField("更新の上限", max_length=8, choices=RenewalLimit, blank=True)
    renewal_limit_note = models.CharField("更新の上限の内容", max_length=60, blank=True)
    probation = models.CharField("試用期間", max_length=12, choices=Probation, blank=True)
    probation_note = models.CharField("試用期間の内容", max_length=200, blank=True)
    shift_pattern = models.CharField("勤務形態", max_length=20, choices=ShiftPattern, blank=True)
    # [["08:30", "17:00"], ["16:30", "33:00"]]: up to three; an end past 24:00 is the next morning.
    work_hours = models.JSONField("就業時間", default=list, blank=True)
    hours_note = models.CharField("就業時間の補足", max_length=200, blank=True)
    break_minutes = models.PositiveSmallIntegerField("休憩時間", null=True, blank=True)
    break_note = models.CharField("休憩時間の補足", max_length=100, blank=True)
    work_days = models.CharField("勤務日数", max_length=12, choices=WorkDays, blank=True)
    work_days_count = models.PositiveSmallIntegerField("勤務日数の日数", null=True, blank=True)
    # [{"on": "2026-12-05", "starts": "09:00", "ends": "17:00", "headcount": 2}, …]
    spot_dates = models.JSONField("勤務日", default=list, blank=True, encoder=DjangoJSONEncoder)
    overtime = models.CharField("所定外労働", max_length=8, choices=Overtime, blank=True)
    overtime_hours = models.PositiveSmallIntegerField("所定外労働の月平均", null=True, blank=True)
    night_count = models.PositiveSmallIntegerField("夜勤・当直の回数", null=True, blank=True)
    on_call = models.CharField("オンコール", max_length=8, choices=OnCall, blank=True)
    night_note = models.CharField("夜勤・当直・オンコールの補足", max_length=200, blank=True)
    holidays = models.CharField("休日", max_length=10, choices=Holidays, blank=True)
    holidays_note = models.CharField("休日・休暇の補足", max_length=200, blank=True)
    holidays_a_year = models.PositiveSmallIntegerField("年間休日", null=True, blank=True)
    start = models.CharField("勤務開始の希望", max_length=12, choices=Start, blank=True)
    start_on = models.DateField("勤務開始の希望日", null=True, blank=True)
    start_note = models.CharField("勤務開始の補足", max_length=60, blank=True)

    class Meta:
        abstract = True
