"""The national list of medical institutions, when it has been imported; the service works without it."""

from typing import ClassVar, Self

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from keynet.vocabulary import prefectures
from keynet.vocabulary.japanese import search_key


class InstitutionQuerySet(models.QuerySet["Institution"]):
    """Words for sets of institutions."""

    def matching(self, typed: str) -> Self:
        """Institutions whose code begins with, or whose name or address contains, every typed word."""
        found = self.all()
        for word in search_key(typed).split():
            found = found.filter(Q(code__startswith=word) | Q(short_code=word) | Q(search_key__contains=word))
        return found.order_by("prefecture", "name", "code")


class Institution(models.Model):
    """One row of the list: code (都道府県2桁+医療機関コード7桁), name, postal code, address."""

    code = models.CharField("都道府県番号つき医療機関コード", max_length=10, unique=True)
    short_code = models.CharField("医療機関コード", max_length=7)
    name = models.CharField("名称", max_length=200)
    prefecture = models.CharField("都道府県", max_length=2, choices=prefectures.CHOICES)
    postal_code = models.CharField("郵便番号", max_length=7, blank=True)
    address = models.CharField("所在地", max_length=300)
    search_key = models.CharField("検索用", max_length=600)

    objects: ClassVar[models.Manager["Institution"]] = InstitutionQuerySet.as_manager()

    class Meta:
        verbose_name = "医療機関"
        indexes = (
            models.Index(fields=["short_code"], name="institution_short_code"),
            # A part of a name is enough to find it: trigrams, since a clerk rarely types the whole corporate name.
            GinIndex(fields=["search_key"], opclasses=["gin_trgm_ops"], name="institution_search"),
        )

    def __str__(self) -> str:
        return self.name
