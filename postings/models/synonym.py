"""Words that mean the same to a seeker: 看護師・正看護師・正看・ナース. The office keeps the list."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Synonym(models.Model):
    """One group of equal words; whoever types one of them finds postings with any.

    `apart` are longer words that contain one of them and mean something else: 准看護師 contains 看護師, so a search
    for 看護師 does not count what stands inside 准看護師. Whoever types the longer word itself finds it.
    """

    words = ArrayField(models.CharField(max_length=30), verbose_name="同じ意味の言葉")
    apart = ArrayField(
        models.CharField(max_length=30), verbose_name="別の意味の言葉", default=list, blank=True
    )

    objects: ClassVar[models.Manager["Synonym"]] = models.Manager()

    class Meta:
        verbose_name = "検索の同義語"
        constraints = (
            models.CheckConstraint(
                condition=Q(words__len__gte=1),
                name="synonym_has_words",
                violation_error_message="言葉を1つ以上入力してください。",
            ),
        )

    def __str__(self) -> str:
        return "・".join(self.words)
