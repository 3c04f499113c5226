"""別紙3: the cumulative table of the 47 nurse centers (circular of 2021-05-26; domain.md G)."""

from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from keynet.lifecycle import Actor
from keynet.outbox.events import record
from keynet.vocabulary import prefectures


class StatReportQuerySet(models.QuerySet["StatReport"]):
    """Words for sets of reports."""

    def published(self) -> Self:
        """Reports that anyone may read, the newest first; the bytes of their files stay in the database."""
        return self.exclude(published_at=None).order_by("-as_of", "-published_at", "-pk").defer("source")

    def before(self, day: date) -> Self:
        """Published reports of earlier days, the newest first."""
        return self.published().filter(as_of__lt=day)


class StatReport(models.Model):
    """One table as of one day; figures are cumulative."""

    title = models.CharField("表題", max_length=200)
    origin = models.CharField("出典", max_length=200)
    compiled_by = models.CharField("集計", max_length=200)
    period_as_printed = models.CharField("集計期間（原表のまま）", max_length=200)
    period_from = models.DateField("集計期間の始まり")
    as_of = models.DateField("集計期間の終わり")
    reported_on = models.DateField("報告の時点")
    # The bytes as imported: the public download gives every cell back unchanged.
    source = models.BinaryField("元のファイル")
    digest = models.CharField("元のファイルの要約値", max_length=64, unique=True)
    # 計 in column order, as printed; the import has checked that the rows add up to it.
    totals = ArrayField(models.PositiveIntegerField(), verbose_name="計")
    totals_are_sums = models.BooleanField("計は計算値", default=False)
    warnings = models.JSONField("取り込み時の注意", default=list, blank=True)
    imported_at = models.DateTimeField("取込日時", default=timezone.now)
    published_at = models.DateTimeField("公開日時", null=True, blank=True)

    objects: ClassVar[models.Manager["StatReport"]] = StatReportQuerySet.as_manager()

    class Meta:
        verbose_name = "ナースセンター集計表"
        constraints = (
            models.CheckConstraint(
                condition=Q(period_from__lte=models.F("as_of")),
                name="stat_report_period",
                violation_error_message="集計期間の終わりは、始まりより後の日付にしてください。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.title}（{self.as_of}）"

    def publish(self, *, by: Actor) -> None:
        """Show it to everyone; a report that is already public stays as it is."""
        with transaction.atomic():
            now = timezone.now()
            if StatReport.objects.filter(pk=self.pk, published_at=None).update(published_at=now):
                record("report.published", subject=self, actor=by.actor_key)
                self.published_at = now


class StatColumn(models.Model):
    """One column; the period stands per column, since the vaccination columns begin later."""

    report = models.ForeignKey(StatReport, on_delete=models.CASCADE, related_name="columns")
    position = models.PositiveSmallIntegerField("順")
    key = models.CharField("列", max_length=30)
    label = models.CharField("見出し", max_length=200)
    period_from = models.DateField("この列の始まり")
    period_note = models.CharField("この列の期間の補足", max_length=200, blank=True)
    # Key of the column of which this is a part (うち…), if any.
    part_of = models.CharField("内数の元の列", max_length=30, blank=True)
    marker = models.CharField("注の番号", max_length=4, blank=True)

    objects: ClassVar[models.Manager["StatColumn"]] = models.Manager()

    class Meta:
        verbose_name = "集計表の列"
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=["report", "position"],
                name="stat_column_once",
                violation_error_message="同じ位置の列がすでにあります。",
            ),
        )

    def __str__(self) -> str:
        return self.label


class StatRow(models.Model):
    """One prefecture's figures, in column order."""

    report = models.ForeignKey(StatReport, on_delete=models.CASCADE, related_name="rows")
    prefecture = models.CharField("都道府県", max_length=2, choices=prefectures.CHOICES)
    figures = ArrayField(models.PositiveIntegerField(), verbose_name="数値")
    phone_as_printed = models.CharField("連絡先（原表のまま）", max_length=20)

    objects: ClassVar[models.Manager["StatRow"]] = models.Manager()

    class Meta:
        verbose_name = "集計表の行"
        ordering = ("prefecture",)
        constraints = (
            models.UniqueConstraint(
                fields=["report", "prefecture"],
                name="stat_row_once",
                violation_error_message="同じ都道府県の行がすでにあります。",
            ),
        )

    def __str__(self) -> str:
        return self.get_prefecture_display()


class StatNote(models.Model):
    """A footnote or remark, kept verbatim."""

    report = models.ForeignKey(StatReport, on_delete=models.CASCADE, related_name="notes")
    marker = models.CharField("注の番号", max_length=4, blank=True)
    text = models.TextField("本文")
    position = models.PositiveSmallIntegerField("順")

    objects: ClassVar[models.Manager["StatNote"]] = models.Manager()

    class Meta:
        verbose_name = "集計表の注"
        ordering = ("position",)

    def __str__(self) -> str:
        return self.text[:40]
