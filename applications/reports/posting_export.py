"""F.2, all postings with all their terms, for the ministry: here because it counts what belongs to this layer."""

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from applications.models import Application, Inquiry
from postings.exports.columns import EVERYTHING, with_checker
from postings.exports.writer import Column
from postings.models import Posting

COLUMNS = [
    *EVERYTHING,
    Column("応募数", lambda posting: posting.application_count),
    Column("問い合わせ数", lambda posting: posting.inquiry_count),
    Column("採用数", lambda posting: posting.hired_count),
]


def counted(postings: QuerySet[Posting]) -> QuerySet[Posting]:
    """Add who confirmed each posting, and how many applications and questions reached it (only proved ones)."""
    return with_checker(postings).annotate(
        application_count=_count_of(Application.objects.exclude(submitted_at=None)),
        inquiry_count=_count_of(Inquiry.objects.exclude(submitted_at=None)),
    )


def _count_of(rows: QuerySet[Application] | QuerySet[Inquiry]) -> Coalesce:
    per_posting = rows.filter(posting=OuterRef("pk")).order_by().values("posting")
    return Coalesce(Subquery(per_posting.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())
