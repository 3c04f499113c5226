"""The states of an application and of an inquiry (domain.md C.2, C.3)."""

from django.db.models import TextChoices

from applications.permissions import (
    is_its_applicant,
    is_of_the_interview,
    may_answer,
    may_answer_or_clock,
    may_hire,
)
from facilities.permissions import is_the_clock
from keynet.lifecycle import Lifecycle, Move


class ApplicationStatus(TextChoices):
    """Where an application stands, in the facility's words."""

    UNPROVED = "unproved", "メール確認待ち"
    SUBMITTED = "submitted", "新着"
    REVIEWING = "reviewing", "確認中"
    INTERVIEW = "interview", "面接調整・面接"
    OFFERED = "offered", "内定"
    HIRED = "hired", "採用"
    NOT_SELECTED = "not_selected", "不採用"
    WITHDRAWN = "withdrawn", "辞退"
    DECLINED = "declined", "内定辞退"
    HIRED_ELSEWHERE = "hired_elsewhere", "他で採用"
    LAPSED = "lapsed", "連絡なし終了"
    CANCELLED = "cancelled", "採用取消・就業せず"


class InquiryStatus(TextChoices):
    """Where an inquiry stands."""

    UNPROVED = "unproved", "メール確認待ち"
    OPEN = "open", "未対応"
    ANSWERED = "answered", "回答済み"


class InterviewStatus(TextChoices):
    """Whether an interview takes place."""

    AGREED = "agreed", "決まりました"
    CANCELLED = "cancelled", "取りやめ"
    HELD = "held", "済み"


S = ApplicationStatus

APPLICANT_LABELS = {
    S.UNPROVED: "メールアドレスの確認待ち",
    S.SUBMITTED: "応募受付",
    S.REVIEWING: "確認中",
    S.INTERVIEW: "面接のご案内",
    S.OFFERED: "内定",
    S.HIRED: "採用",
    S.NOT_SELECTED: "今回は見送り",
    S.WITHDRAWN: "辞退",
    S.DECLINED: "辞退",
    S.HIRED_ELSEWHERE: "終了",
    S.LAPSED: "終了",
    S.CANCELLED: "取消",
}
"""What the applicant reads for each state."""

UNDECIDED = frozenset({S.SUBMITTED, S.REVIEWING, S.INTERVIEW, S.OFFERED})
"""States in which somebody still owes somebody an answer."""

FACILITY_OWES = frozenset({S.SUBMITTED, S.REVIEWING})
"""States in which the applicant waits for the facility's next step."""

ACTIVE = UNDECIDED | {S.HIRED}
"""One person has at most one application in these states per posting."""

CHOSEN = frozenset({S.HIRED, S.NOT_SELECTED})
"""States in which the facility has said yes or no: of these there is a printed notice (採否結果通知)."""

APPLICATION = Lifecycle(
    Move("submit", {S.UNPROVED}, S.SUBMITTED, is_its_applicant, "application.submitted"),
    Move("review", {S.SUBMITTED}, S.REVIEWING, may_answer, "application.reviewed"),
    # From an interview to an interview: a second one, or another day for the first.
    Move("invite", {S.SUBMITTED, S.REVIEWING, S.INTERVIEW}, S.INTERVIEW, may_answer, "application.invited"),
    Move("offer", {S.REVIEWING, S.INTERVIEW}, S.OFFERED, may_answer, "application.offered"),
    Move("hire", {S.OFFERED}, S.HIRED, may_hire, "application.hired"),
    Move(
        "not_select",
        {S.SUBMITTED, S.REVIEWING, S.INTERVIEW, S.OFFERED},
        S.NOT_SELECTED,
        may_answer_or_clock,
        "application.not_selected",
    ),
    Move(
        "withdraw",
        {S.SUBMITTED, S.REVIEWING, S.INTERVIEW},
        S.WITHDRAWN,
        is_its_applicant,
        "application.withdrawn",
    ),
    # The offer stands: only the applicant's word is added. The hire is the facility's act.
    Move("accept", {S.OFFERED}, S.OFFERED, is_its_applicant, "application.accepted"),
    Move("decline", {S.OFFERED}, S.DECLINED, is_its_applicant, "application.declined"),
    Move("cancel", {S.HIRED}, S.CANCELLED, may_answer, "application.cancelled"),
    # Sixty days without a move: the applicant is freed and told (applications.waiting).
    Move("lapse", UNDECIDED, S.LAPSED, is_the_clock, "application.lapsed"),
)

INQUIRY = Lifecycle(
    Move("submit", {InquiryStatus.UNPROVED}, InquiryStatus.OPEN, is_its_applicant, "inquiry.submitted"),
    Move("answer", {InquiryStatus.OPEN}, InquiryStatus.ANSWERED, may_answer, "inquiry.answered"),
)

INTERVIEW = Lifecycle(
    # Another slot: the row and its number in calendars stay.
    Move(
        "change", {InterviewStatus.AGREED}, InterviewStatus.AGREED, is_of_the_interview, "interview.changed"
    ),
    Move(
        "cancel",
        {InterviewStatus.AGREED},
        InterviewStatus.CANCELLED,
        is_of_the_interview,
        "interview.cancelled",
    ),
    # Its time is past when the same applicant takes a slot for a second one.
    Move("hold", {InterviewStatus.AGREED}, InterviewStatus.HELD, is_the_clock, "interview.held"),
)
"""It begins when an applicant takes a slot (`applications.meeting.taking`)."""
