"""A posting that a signed-in person has put aside; guests keep theirs in a cookie."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from postings.models.posting import Posting


class SavedPosting(models.Model):
    """保存した求人 of an account: only the person sees it, and it goes with the account."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="+")
    saved_at = models.DateTimeField("保存した日時", default=timezone.now)

    objects: ClassVar[models.Manager["SavedPosting"]] = models.Manager()

    class Meta:
        verbose_name = "保存した求人"
        constraints = (
            models.UniqueConstraint(
                fields=["user", "posting"],
                name="saved_posting_once",
                violation_error_message="この求人はすでに保存しています。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.posting_id}"
