"""Block 応募の受付と誓約: who may apply, how one is chosen and trained, until when, whom to ask."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from keynet.vocabulary.recruiting import AgeLimitReason, Document, SelectionMethod, Tag, TrainingProvider


class IntakeTerms(models.Model):
    """年齢制限・研修・選考・公開期間・担当. The pledge of training is the scheme's condition (circular, 1(2))."""

    age_limit = models.CharField("年齢制限", max_length=30, blank=True)
    age_limit_reason = models.CharField(
        "年齢制限の例外事由", max_length=4, choices=AgeLimitReason, blank=True
    )
    age_limit_note = models.CharField("年齢制限の理由", max_length=200, blank=True)
    tags = ArrayField(
        models.CharField(max_length=20, choices=Tag), verbose_name="こだわり", default=list, blank=True
    )
    training_provider = models.CharField(
        "研修の実施主体", max_length=12, choices=TrainingProvider, blank=True
    )
    training_when = models.CharField("研修の予定時期", max_length=60, blank=True)
    training_paid = models.BooleanField("研修時間の給与", null=True, blank=True)
    training_pledge = models.BooleanField("研修の受講・報告の誓約", default=False)
    selection_methods = ArrayField(
        models.CharField(max_length=20, choices=SelectionMethod),
        verbose_name="選考方法",
        default=list,
        blank=True,
    )
    selection_times = models.PositiveSmallIntegerField("選考の回数", null=True, blank=True)
    result_days = models.PositiveSmallIntegerField("結果を知らせるまでの日数", null=True, blank=True)
    documents = ArrayField(
        models.CharField(max_length=16, choices=Document), verbose_name="応募書類", default=list, blank=True
    )
    # When the facility means to publish; it publishes by itself, no clock does.
    publish_from = models.DateField("公開開始の希望日", null=True, blank=True)
    publish_to = models.DateField("公開終了予定日", null=True, blank=True)
    contact_department = models.CharField("担当部署", max_length=60, blank=True)
    contact_name = models.CharField("担当者の氏名", max_length=80, blank=True)
    contact_kana = models.CharField("担当者のフリガナ", max_length=80, blank=True)
    contact_phone = models.CharField("担当者の電話番号", max_length=11, blank=True)
    contact_phone_public = models.BooleanField("電話番号を公開する", default=False)
    # Never public; letters about applicants go there.
    contact_email = models.EmailField("担当者のメールアドレス", max_length=254, blank=True)
    share_with_recruiters = models.BooleanField("民間職業紹介事業者への周知", default=True)
    internal_note = models.CharField("運営事務局への連絡", max_length=400, blank=True)

    class Meta:
        abstract = True
