"""Block 仕事の内容: what is done, and where."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from keynet.vocabulary import prefectures
from keynet.vocabulary.departments import Department
from keynet.vocabulary.employment import Program, ScopeOfChange
from keynet.vocabulary.occupations import Occupation
from keynet.vocabulary.recruiting import NameVisibility
from keynet.vocabulary.terms import Smoking


class WorkTerms(models.Model):
    """業務の内容・就業の場所 with their scope of change (職業安定法施行規則4条の2第3項)."""

    program = models.CharField("募集区分", max_length=12, choices=Program, default=Program.EMERGENCY)
    occupation = models.CharField("職種", max_length=30, choices=Occupation, blank=True)
    other_occupation = models.CharField("職種（その他の内容）", max_length=30, blank=True)
    licence = models.CharField("必要な免許・資格", max_length=60, blank=True)
    title = models.CharField("募集タイトル", max_length=40, blank=True)
    headcount = models.PositiveSmallIntegerField("募集人数", null=True, blank=True)
    duties = models.TextField("仕事の内容", max_length=1000, blank=True)
    duties_scope = models.CharField("業務の変更の範囲", max_length=10, choices=ScopeOfChange, blank=True)
    duties_scope_note = models.CharField("業務の変更の範囲の内容", max_length=200, blank=True)
    departments = ArrayField(
        models.CharField(max_length=40, choices=Department),
        verbose_name="診療科・配属",
        default=list,
        blank=True,
    )
    department_note = models.CharField("診療科・配属の補足", max_length=100, blank=True)
    work_place = models.CharField("勤務する施設・会場の名称", max_length=80, blank=True)
    work_postal_code = models.CharField("勤務地の郵便番号", max_length=7, blank=True)
    work_prefecture = models.CharField(
        "勤務地の都道府県", max_length=2, choices=prefectures.CHOICES, blank=True
    )
    work_city = models.CharField("勤務地の市区町村", max_length=60, blank=True)
    work_address = models.CharField("勤務地の町名・番地", max_length=120, blank=True)
    work_building = models.CharField("勤務地の建物名・階", max_length=80, blank=True)
    workplace_scope = models.CharField(
        "就業場所の変更の範囲", max_length=10, choices=ScopeOfChange, blank=True
    )
    workplace_scope_note = models.CharField("就業場所の変更の範囲の内容", max_length=200, blank=True)
    access = models.CharField("最寄駅・交通", max_length=200, blank=True)
    car_commute = models.BooleanField("マイカー通勤", null=True, blank=True)
    smoking = models.CharField("受動喫煙防止措置", max_length=24, choices=Smoking, blank=True)
    smoking_note = models.CharField("受動喫煙防止措置の内容", max_length=100, blank=True)
    name_visibility = models.CharField(
        "施設名の公開", max_length=8, choices=NameVisibility, default=NameVisibility.PUBLIC
    )

    class Meta:
        abstract = True
