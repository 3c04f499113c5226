"""The public desks of each prefecture: who is written to, and whom people may ask.

The prefecture's health department, its 調整本部 and 受付窓口, its nurse center and Hello Work are one kind of thing:
a contact shown to people, with registered letter addresses that are never shown (circular of 2020-05-27, 2(2)).
They live here, below the postings, because posting pages and letters need them.
"""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from keynet.vocabulary import prefectures


class DeskQuerySet(models.QuerySet["Desk"]):
    """Words for sets of desks."""

    def open(self) -> Self:
        """Desks that have not been closed."""
        return self.filter(closed_on=None)

    def of(self, prefecture: str) -> Self:
        """Open desks of a prefecture, in the order in which people are pointed to them."""
        return self.open().filter(prefecture=prefecture).order_by("kind", "name", "pk")


class Desk(models.Model):
    """One desk."""

    class Kind(models.TextChoices):
        PREFECTURAL_OFFICE = "prefectural_office", "都道府県担当課"
        COORDINATION_DESK = "coordination_desk", "都道府県調整本部"
        RECEPTION_DESK = "reception_desk", "求職者の受付窓口"
        NURSE_CENTER = "nurse_center", "都道府県ナースセンター"
        HELLO_WORK = "hello_work", "ハローワーク"

    kind = models.CharField("種類", max_length=20, choices=Kind)
    prefecture = models.CharField("都道府県", max_length=2, choices=prefectures.CHOICES)
    name = models.CharField("名称", max_length=100)
    phone = models.CharField("電話番号", max_length=11, blank=True)
    url = models.URLField("ウェブサイト", max_length=300, blank=True)
    address = models.CharField("所在地", max_length=200, blank=True)
    hours = models.CharField("受付時間", max_length=100, blank=True)
    # Contacts taken from the circulars are history (2021) until their owner confirms them, and are labelled so.
    phone_as_of = models.DateField("電話番号の時点", null=True, blank=True)
    reported_at = models.DateTimeField("報告日時", null=True, blank=True)
    closed_on = models.DateField("閉鎖日", null=True, blank=True)

    objects: ClassVar[models.Manager["Desk"]] = DeskQuerySet.as_manager()

    class Meta:
        verbose_name = "窓口"
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "prefecture"],
                condition=Q(closed_on=None) & ~Q(kind="hello_work"),
                name="desk_once_per_prefecture",
                violation_error_message="この都道府県には、同じ種類の窓口がすでにあります。",
            ),
        )

    def __str__(self) -> str:
        return self.name


class DeskAddressQuerySet(models.QuerySet["DeskAddress"]):
    """Words for sets of addresses."""

    def active(self) -> Self:
        """Addresses that letters go to."""
        return self.filter(stopped_at=None, desk__closed_on=None)


class DeskAddress(models.Model):
    """A registered address of a desk; letters go there, people never see it."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="addresses")
    address = models.EmailField("送付先", max_length=254)
    since = models.DateTimeField("登録日時", default=timezone.now)
    stopped_at = models.DateTimeField("停止日時", null=True, blank=True)

    objects: ClassVar[models.Manager["DeskAddress"]] = DeskAddressQuerySet.as_manager()

    class Meta:
        verbose_name = "窓口の送付先"
        constraints = (
            models.UniqueConstraint(
                fields=["desk", "address"],
                condition=Q(stopped_at=None),
                name="desk_address_once",
                violation_error_message="この送付先は、すでに登録されています。",
            ),
        )

    def __str__(self) -> str:
        return self.address
