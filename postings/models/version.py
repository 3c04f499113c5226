"""What a posting said at one time: an application is bound to the version that its applicant saw."""

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from postings.models.posting import TERM_FIELDS, Posting


class PostingVersion(models.Model):
    """All terms of a posting as of one moment (職業安定法5条の3第3項: a later change must be shown)."""

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField("版")
    terms = models.JSONField("条件", encoder=DjangoJSONEncoder)
    actor = models.CharField("行為者", max_length=100)
    at = models.DateTimeField("日時", default=timezone.now)

    objects: ClassVar[models.Manager["PostingVersion"]] = models.Manager()

    class Meta:
        verbose_name = "募集情報の版"
        constraints = (
            models.UniqueConstraint(
                fields=["posting", "number"],
                name="posting_version_once",
                violation_error_message="同じ番号の版がすでにあります。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.posting_id} 第{self.number}版"

    def as_posting(self) -> Posting:
        """Return an unsaved posting with this version's terms, for pages that show what somebody saw."""
        posting = Posting(facility=self.posting.facility, published_at=self.posting.published_at)
        posting.pk, posting.created_at = self.posting.pk, self.posting.created_at
        columns = {column.name: column for column in Posting._meta.concrete_fields}
        for field in TERM_FIELDS:
            setattr(posting, field, columns[field].to_python(self.terms.get(field)))
        return posting
