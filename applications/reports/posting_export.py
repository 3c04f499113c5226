"""The files of postings that count what belongs to this layer: F.2 for office and ministry, F.3 for prefectures."""

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from applications.models import Application, Inquiry
from postings.exports.columns import EVERYTHING
from postings.exports.prefecture import OF_PREFECTURE
from postings.exports.writer import Column


def _count_of(rows: "QuerySet[Application] | QuerySet[Inquiry]") -> Coalesce:
    """Count the rows of each posting that were proved to come from somebody."""
    per_posting = rows.filter(posting=OuterRef("pk")).exclude(submitted_at=None).order_by().values("posting")
    return Coalesce(Subquery(per_posting.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())


APPLICATIONS = Column("応募数", _count_of(Application.objects.all()))
INQUIRIES = Column("問い合わせ数", _count_of(Inquiry.objects.all()))
HIRES = Column("採用数", F("hired_count"))

FOR_THE_MINISTRY = [*EVERYTHING, APPLICATIONS, INQUIRIES, HIRES]
"""F.2: all postings with all their terms."""

FOR_A_PREFECTURE = [*OF_PREFECTURE, APPLICATIONS, HIRES]
"""F.3: the prefecture's own postings, with the names that the public may not see."""
