"""The states of a posting (domain.md B.8) and of a complaint about one: a table each, one writer of `status`."""

from django.db.models import TextChoices

from facilities.permissions import is_officer
from keynet.lifecycle import Lifecycle, Move
from postings.permissions import (
    is_asked_facility,
    is_its_facility,
    is_its_facility_or_clock,
    is_the_clock,
    keeps_it_true,
    may_close,
    may_hand_in,
    may_suspend,
)


class PostingStatus(TextChoices):
    """Where a posting stands, in the words of facility and office."""

    DRAFT = "draft", "入力中"
    SUBMITTED = "submitted", "提出済み（確認待ち）"
    RETURNED = "returned", "差戻し（不備あり）"
    CHECKED = "checked", "確認済み（公開前）"
    PUBLISHED = "published", "公開中"
    PAUSED = "paused", "募集停止中"
    CLOSED = "closed", "募集終了"
    SUSPENDED = "suspended", "掲載停止"
    REJECTED = "rejected", "受付不可"


class ComplaintStatus(TextChoices):
    """How far the office has come with somebody's word that a posting does not agree with the facts."""

    RECEIVED = "received", "受付"
    LOOKING = "looking", "調査中"
    ASKED = "asked", "施設に確認中"
    SETTLED = "settled", "対応済み"


S = PostingStatus
C = ComplaintStatus

READ_BY_PREFECTURE = (S.CHECKED, S.PUBLISHED, S.PAUSED, S.CLOSED, S.SUSPENDED)
"""From the office's check on the prefecture reads a posting; drafts and returned forms concern nobody else."""

OPEN = frozenset({S.PUBLISHED, S.PAUSED})
"""Public and not over: takes applications now, or may again."""

PUBLIC_LABELS = {S.PUBLISHED: "応募受付中", S.PAUSED: "応募の受付を停止中", S.CLOSED: "募集は終了しました"}
"""What visitors read; a state that is not here is not public at all."""

WRITABLE = OPEN | {S.DRAFT, S.RETURNED, S.CHECKED}
"""States in which the facility may change terms; from `checked` on every change must leave the form complete."""

POSTING = Lifecycle(
    Move("submit", {S.DRAFT, S.RETURNED}, S.SUBMITTED, may_hand_in, "posting.submitted"),
    Move("send_back", {S.SUBMITTED}, S.RETURNED, is_officer, "posting.returned"),
    Move("confirm", {S.SUBMITTED}, S.CHECKED, is_officer, "posting.checked"),
    Move("reject", {S.SUBMITTED}, S.REJECTED, is_officer, "posting.rejected"),
    Move("publish", {S.CHECKED}, S.PUBLISHED, is_its_facility, "posting.published"),
    Move("pause", {S.PUBLISHED}, S.PAUSED, is_its_facility_or_clock, "posting.paused"),
    Move("resume", {S.PAUSED}, S.PUBLISHED, is_its_facility, "posting.resumed"),
    # 「最新です」: nothing changes but the day for which the facility stands by its terms.
    Move("affirm", {S.PUBLISHED}, S.PUBLISHED, keeps_it_true, "posting.affirmed"),
    Move("close", OPEN | {S.CHECKED}, S.CLOSED, may_close, "posting.closed"),
    Move("suspend", OPEN, S.SUSPENDED, may_suspend, "posting.suspended"),
    Move("lift", {S.SUSPENDED}, S.PAUSED, may_suspend, "posting.lifted"),
    # A suspension without an end would keep applicants' data for ever; it ends with the posting's last day.
    Move("expire", {S.SUSPENDED}, S.CLOSED, is_the_clock, "posting.closed"),
)

COMPLAINT = Lifecycle(
    Move("take", {C.RECEIVED}, C.LOOKING, is_officer, "complaint.taken"),
    Move("ask", {C.RECEIVED, C.LOOKING}, C.ASKED, is_officer, "complaint.asked"),
    Move("answer", {C.ASKED}, C.LOOKING, is_asked_facility, "complaint.answered"),
    Move("settle", {C.RECEIVED, C.LOOKING, C.ASKED}, C.SETTLED, is_officer, "complaint.settled"),
)
