"""What waits for a facility among its applicants and questions, for 「今日すること」 on its home."""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse

from applications.lifecycle import ApplicationStatus as S
from applications.lifecycle import InquiryStatus
from applications.models import Application, Inquiry
from facilities.models import Facility
from postings.upkeep.todo import Todo


def todos_of_inbox(facility: Facility) -> Iterator[Todo]:
    """Yield the people who wait: new applicants, those being looked at, accepted offers, questions."""
    counts = (
        Application.objects.known()
        .filter(posting__facility=facility)
        .aggregate(
            new=Count("pk", filter=Q(status=S.SUBMITTED)),
            reviewing=Count("pk", filter=Q(status=S.REVIEWING)),
            accepted=Count("pk", filter=Q(status=S.OFFERED, accepted_at__isnull=False)),
        )
    )
    page = reverse("inbox:applications", args=[facility.public_id])
    if counts["new"]:
        words = f"新しい応募が{counts['new']}件あります。3営業日のうちに連絡してください"
        yield Todo(words, "新着の応募を見る", f"{page}?status={S.SUBMITTED}")
    if counts["reviewing"]:
        words = f"確認中の応募が{counts['reviewing']}件あります。面接か結果を知らせてください"
        yield Todo(words, "確認中の応募を見る", f"{page}?status={S.REVIEWING}")
    if counts["accepted"]:
        words = f"内定を承諾した方が{counts['accepted']}名います。採用を知らせてください"
        yield Todo(words, "内定の方を見る", f"{page}?status={S.OFFERED}")
    if asked := Inquiry.objects.known().filter(posting__facility=facility, status=InquiryStatus.OPEN).count():
        page = reverse("inbox:inquiries", args=[facility.public_id])
        yield Todo(f"質問が{asked}件届いています。回答してください", "質問を見る", f"{page}?status=open")
