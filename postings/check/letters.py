"""The letters about the office's decisions, and the office's own morning letter.

The first decision about a new facility is told by the registration's letters; these go to facilities that are known.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from keynet.accounts.models import User
from keynet.outbox.letters import LetterKind, write_letter
from keynet.outbox.models import Event
from keynet.vocabulary.business_days import is_business_day
from postings.addressees import addresses_of, admins_of
from postings.check.queue import due_of, waiting
from postings.field_names import field_label
from postings.models import Posting, Review

TO_FACILITY = "施設の担当者"
SAMPLE = {
    "facility": "さくら病院",
    "number": "KN-2611-004182",
    "title": "感染症病棟の看護師",
    "url": "https://key-net.example/facility/0123/postings/KN-2611-004182/",
    "reasons": [("賃金の下限", "最低賃金を下回っています。金額を直してください。")],
    "note": "ご不明な点は、運営事務局へお電話ください。",
    "due_on": date(2026, 12, 2),
}


def _kind(name: str, title: str) -> LetterKind:
    return LetterKind(name=f"postings.{name}", title=title, to=TO_FACILITY, sample=lambda: SAMPLE)


RECEIVED = _kind("received", "追加の募集の受付")
RETURNED = _kind("returned", "募集の差戻し")
CHECKED = _kind("checked", "募集の確認が済んだお知らせ")
REJECTED = _kind("rejected", "募集を受け付けられないお知らせ")
JOINED = _kind("joined", "申請された募集が施設に加わったお知らせ")
STOPPED = _kind("stopped", "運営事務局による掲載の停止")
LIFTED = _kind("lifted", "掲載の停止の解除")
QUEUE_OF_THE_DAY = LetterKind(
    name="postings.queue_of_the_day",
    title="今日の確認待ち",
    to="運営事務局の職員",
    sample=lambda: {
        "today": timezone.localdate(),
        "rows": [("KN-2611-004182", "さくら病院", "今日まで")],
        "url": f"{settings.SITE_URL}/office/",
    },
)

ABOUT_FIRST_POSTINGS_TOO = {"posting.suspended": STOPPED, "posting.lifted": LIFTED, "posting.joined": JOINED}
ABOUT_FURTHER_POSTINGS = {
    "posting.submitted": RECEIVED,
    "posting.returned": RETURNED,
    "posting.checked": CHECKED,
    "posting.rejected": REJECTED,
}


def tell_its_facility(event: Event) -> None:
    """Write to the posting's contact and the facility's admins what the office received or decided."""
    posting = Posting.objects.select_related("facility").get(pk=event.subject_id)
    kind = ABOUT_FIRST_POSTINGS_TOO.get(event.name)
    if kind is None and posting.registration_id is None:
        kind = ABOUT_FURTHER_POSTINGS[event.name]
    if kind is None:
        return
    facts = _facts(posting, kind)
    for address in _addresses(posting, kind):
        write_letter(kind, about=posting, to=address, context=facts, period=str(event.pk))


def tell_officers_what_is_due() -> int:
    """Write each officer what has to be answered today; return how many letters. Nothing on days off."""
    today = timezone.localdate()
    due = waiting().filter(due_on__lte=today) if is_business_day(today) else Posting.objects.none()
    rows = [
        (posting.number, str(posting.facility), words.words) for posting in due if (words := due_of(posting))
    ]
    if not rows:
        return 0
    context = {"today": today, "rows": rows, "url": settings.SITE_URL + reverse("office:queue")}
    officers = User.objects.filter(
        is_active=True, appointments__body="office", appointments__ended_at=None
    ).distinct()
    return sum(
        write_letter(QUEUE_OF_THE_DAY, about=officer, to=officer.email, context=context, period=f"{today}")
        for officer in officers.order_by("pk")
    )


def _facts(posting: Posting, kind: LetterKind) -> Mapping[str, Any]:
    """Give what the letters say; what the office said at a check does not explain a stop or its end."""
    decided = Review.objects.filter(posting=posting).order_by("-decided_at").first()
    review = None if kind in (STOPPED, LIFTED) else decided
    reasons = review.reasons.items() if review else ()
    path = reverse("facility:posting", args=[posting.facility.public_id, posting.number])
    return {
        "facility": str(posting.facility),
        "number": posting.number,
        "title": posting.title,
        "url": settings.SITE_URL + path,
        "reasons": [(field_label(field), sentence) for field, sentence in reasons],
        "note": posting.suspend_reason or (review.note if review else ""),
        "due_on": posting.due_on,
    }


def _addresses(posting: Posting, kind: LetterKind) -> Iterable[str]:
    """A posting that came from outside and just joined is news to the facility's admins alone."""
    return sorted(admins_of(posting)) if kind is JOINED else addresses_of(posting)
