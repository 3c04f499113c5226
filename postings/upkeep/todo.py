"""今日すること: what waits for the facility. Apps above add their own through SOURCES."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from facilities.models import Facility
from postings.lifecycle import ComplaintStatus
from postings.lifecycle import PostingStatus as S
from postings.models import Complaint, Posting
from postings.upkeep.freshness.rhythm import REMINDED_BEFORE
from postings.upkeep.freshness.silence import is_asked, quiet_before


@dataclass(frozen=True)
class Todo:
    """One thing to do: what it is, and where one does it."""

    words: str
    action: str
    url: str


SOURCES: list[Callable[[Facility], Iterator[Todo]]] = []
"""Filled by the apps' configs: `applications` knows who waits for an answer, which postings may not import."""


def todos_of(facility: Facility) -> list[Todo]:
    """Return what to do, people first: those who wait for an answer, then the facility's own postings."""
    return [
        *(todo for source in SOURCES for todo in source(facility)),
        *_of_questions(facility),
        *_of_postings(facility),
    ]


def _of_questions(facility: Facility) -> Iterator[Todo]:
    asked = Complaint.objects.filter(posting__facility=facility, status=ComplaintStatus.ASKED)
    for complaint in asked.select_related("posting").order_by("asked_at", "pk"):
        words = f"「{complaint.posting.title}」の掲載の内容について、運営事務局が質問しています"
        url = reverse("facility:complaint", args=[facility.public_id, complaint.pk])
        yield Todo(words, "質問に答える", url)


def _of_postings(facility: Facility) -> Iterator[Todo]:
    open_now = Q(status=S.PUBLISHED)
    last_days = open_now & Q(publish_to__lte=timezone.localdate() + REMINDED_BEFORE)
    filled = open_now & Q(headcount=F("hired_count"))
    silent = open_now & Q(terms_as_of__lt=quiet_before(timezone.localdate()))
    waiting = facility.postings.filter(Q(status__in=(S.RETURNED, S.CHECKED)) | last_days | filled | silent)
    for posting in waiting.order_by("pk"):
        words, action = _words(posting)
        url = reverse("facility:posting", args=[facility.public_id, posting.number])
        yield Todo(f"「{posting.title}」{words}", action, url)


def _words(posting: Posting) -> tuple[str, str]:
    if posting.status == S.RETURNED:
        return "が差し戻されました。直して、もう一度提出してください", "差戻しの理由を見る"
    if posting.status == S.CHECKED:
        return "の確認が済みました。内容を確かめて、公開してください", "公開に進む"
    if not posting.places_left:
        return "は募集人数に達しました。公開を終了してください", "終了に進む"
    if is_asked(posting):
        return "の内容は最新ですか。14日以上、確かめられていません", "内容を確かめる"
    return "の公開終了予定日が近づいています。続けるときは延ばしてください", "募集のページを開く"
