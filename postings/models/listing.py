"""What is searched: one narrow row for each published posting, kept by the database itself.

The triggers in `postings/migrations/sql/` write both tables here, in the transaction of whoever changes a posting, so
that no verb, bulk update or COPY can forget them. Python only reads.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q

from postings.models.posting import Posting


class Words(Func):
    """The pairs of letters and the traits of a listing, as its index holds them."""

    function = "postings_listing_words"
    output_field = SearchVectorField()


class Listing(models.Model):
    """A published posting by what people search, in the order they read."""

    # No constraint and no cascade: the trigger that writes the row also takes it away.
    posting = models.OneToOneField(
        Posting, on_delete=models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="listing"
    )
    facility_id = models.BigIntegerField("施設")
    published_at = models.DateTimeField("公開日時")
    publish_to = models.DateField("公開終了予定日")
    occupation = models.CharField("職種", max_length=30)
    prefecture = models.CharField("都道府県", max_length=2)
    employment = models.CharField("雇用形態", max_length=12)
    # 1 for hourly wages to 5 for sessions: wages are compared with wages of their kind only.
    wage_order = models.SmallIntegerField("賃金形態の順")
    wage_min = models.IntegerField("賃金の下限")
    urgent_until = models.DateTimeField("緊急の募集の終了日時", null=True)
    places = models.IntegerField("残り人数")
    # All that can be chosen, as `parameter:value`: {"occ:nurse", "pref:14", "city:14横浜市中区", "tag:visit", …}
    traits = ArrayField(models.TextField(), verbose_name="条件")
    text = models.TextField("検索用")

    objects: ClassVar[models.Manager["Listing"]] = models.Manager()

    class Meta:
        verbose_name = "公開中の募集"
        indexes = (
            # 職種 (× 都道府県), the newest first: the landing pages and the most frequent searches.
            models.Index(
                fields=["occupation", "prefecture", "-published_at", "-posting"], name="listing_occ_pref"
            ),
            models.Index(fields=["prefecture", "-published_at", "-posting"], name="listing_pref"),
            # Everything, the newest first; conditions that fit many rows are met soon on this way too.
            models.Index(fields=["-published_at", "-posting"], name="listing_new"),
            models.Index(fields=["publish_to", "posting"], name="listing_closing"),
            models.Index(
                fields=["wage_order", "-wage_min", "-published_at", "-posting"], name="listing_wage"
            ),
            # Which of the few urgent ones have not run out: this changes by the minute and is counted as it stands.
            models.Index(
                fields=["urgent_until"],
                include=["occupation", "prefecture", "employment"],
                name="listing_urgent",
                condition=Q(urgent_until__isnull=False),
            ),
            # Keywords and all further conditions at once. fastupdate would make a reader pay for the last writers.
            GinIndex(Words(F("text"), F("traits")), name="listing_words", fastupdate=False),
        )

    def __str__(self) -> str:
        return f"{self.posting_id} {self.published_at:%Y-%m-%d}"


class Tally(models.Model):
    """A number to add up: so many listings of an occupation, prefecture and employment type have a trait.

    Empty occupation or prefecture: all of them. Trait `""` counts listings, `places` the people still sought,
    `day:2026-11-21` what was published on that day in Japan. Rows are added and summed, never changed.
    """

    occupation = models.CharField("職種", max_length=30)
    prefecture = models.CharField("都道府県", max_length=2)
    employment = models.CharField("雇用形態", max_length=12)
    trait = models.TextField("条件")
    number = models.IntegerField("数")

    objects: ClassVar[models.Manager["Tally"]] = models.Manager()

    class Meta:
        verbose_name = "件数"
        indexes = (
            # All counts of a page are sums over a few ranges of this index, which holds everything they need.
            models.Index(
                fields=["occupation", "prefecture", "trait", "employment"],
                include=["number"],
                name="tally_cell",
            ),
        )

    def __str__(self) -> str:
        return f"{self.occupation} {self.prefecture} {self.employment} {self.trait} {self.number:+}"
