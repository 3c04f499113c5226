"""A complaint (「実際と違うとき」の報告): somebody says that a posting does not agree with the facts (職業安定法5条の4)."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from keynet.accounts.models import User
from keynet.lifecycle import Actor
from keynet.vocabulary.business_days import business_days_between
from postings.lifecycle import COMPLAINT, ComplaintStatus
from postings.models.posting import Posting

BLANK_COMPLAINT: dict[str, Any] = {"email": "", "text": ""}
"""What stands in the columns of a masked complaint instead of what the reporter told us."""


class Topic(models.TextChoices):
    """What is wrong, in the words of the form."""

    TERMS = "terms", "掲載されている条件と、実際の条件が違う"
    INTERVIEW = "interview", "面接で示された条件が、掲載と食い違う"
    ENDED = "ended", "募集がもう終わっている"
    WORKPLACE = "workplace", "施設や勤務地が違う、または実在しない"
    CALLS = "calls", "電話やメールで勧誘・営業をされた"
    UNLAWFUL = "unlawful", "法律に反する内容がある（性別・年齢の制限など）"
    OTHER = "other", "その他"


class Outcome(models.TextChoices):
    """How the office settled it."""

    CORRECTED = "corrected", "施設が内容を直しました"
    SUSPENDED = "suspended", "掲載を停止しました"
    NO_ACTION = "no_action", "掲載の内容に、違いは見つかりませんでした"


class ComplaintQuerySet(models.QuerySet["Complaint"]):
    """Words for sets of complaints."""

    def waiting(self) -> Self:
        """What the office has not settled, the oldest first."""
        return self.exclude(status=ComplaintStatus.SETTLED).order_by("created_at", "pk")

    def outlived(self, before: datetime) -> Self:
        """Complaints settled before a time whose reporter is still known."""
        return self.filter(settled_at__lte=before, masked_at=None)

    def visible_to(self, user: User) -> Self:
        """Office and ministry read all; a facility reads what the office asked it about, never the report itself."""
        if user.serves("office") or user.serves("ministry"):
            return self
        return self.exclude(asked_at=None).filter(
            posting__facility__memberships__user=user, posting__facility__memberships__left_at=None
        )


class Complaint(models.Model):
    """One report, from anybody, about one posting; whoever reports may stay unknown."""

    submission_id = models.UUIDField("送信の番号", unique=True)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="complaints")
    status = models.CharField(
        "状態", max_length=10, choices=ComplaintStatus, default=ComplaintStatus.RECEIVED
    )
    topic = models.CharField("報告の種類", max_length=10, choices=Topic)
    text = models.TextField("報告の内容", max_length=1000, blank=True)
    email = models.EmailField("返事の宛先", max_length=254, blank=True)
    # What the reporter read: the posting may be corrected before the office looks.
    version = models.PositiveSmallIntegerField("報告されたときの版")
    created_at = models.DateTimeField("受付日時", default=timezone.now)
    question = models.TextField("施設への質問", max_length=1000, blank=True)
    asked_at = models.DateTimeField("施設に質問した日時", null=True, blank=True)
    answer = models.TextField("施設の回答", max_length=1000, blank=True)
    answered_at = models.DateTimeField("施設が回答した日時", null=True, blank=True)
    outcome = models.CharField("結果", max_length=10, choices=Outcome, blank=True)
    settled_at = models.DateTimeField("対応を終えた日時", null=True, blank=True)
    masked_at = models.DateTimeField("個人情報を消した日時", null=True, blank=True)

    objects: ClassVar[models.Manager["Complaint"]] = ComplaintQuerySet.as_manager()

    class Meta:
        verbose_name = "「実際と違うとき」の報告"
        constraints = (
            models.CheckConstraint(
                condition=~Q(status="settled") | (Q(settled_at__isnull=False) & ~Q(outcome="")),
                name="complaint_settled_has_outcome",
                violation_error_message="対応を終えるときは、結果を選んでください。",
            ),
            models.CheckConstraint(
                condition=~Q(status="asked") | (Q(asked_at__isnull=False) & ~Q(question="")),
                name="complaint_asked_has_question",
                violation_error_message="施設への質問を入力してください。",
            ),
            models.CheckConstraint(
                condition=Q(masked_at=None) | Q(**BLANK_COMPLAINT),
                name="complaint_masked_is_blank",
                violation_error_message="個人情報を消した報告に、個人情報は残せません。",
            ),
        )
        indexes = (
            models.Index(
                fields=["created_at", "id"], name="complaint_waiting", condition=~Q(status="settled")
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Return the printed number, e.g. C-2611-000012."""
        return f"C-{timezone.localtime(self.created_at):%y%m}-{self.pk:06}"

    @property
    def waits_for(self) -> int:
        """Return how many business days the report has waited for its end."""
        return business_days_between(timezone.localdate(self.created_at), timezone.localdate())

    def take(self, *, by: Actor) -> None:
        """An officer begins to look into it."""
        with COMPLAINT.move(self, "take", by=by):
            pass

    def ask(self, question: str, *, by: Actor) -> None:
        """The office asks the facility, in words of its own; who reported is not told."""
        with COMPLAINT.move(self, "ask", by=by):
            self.question, self.asked_at = question, timezone.now()
            self.answer, self.answered_at = "", None

    def reply(self, text: str, *, by: Actor) -> None:
        """The facility answers the office."""
        with COMPLAINT.move(self, "answer", by=by):
            self.answer, self.answered_at = text, timezone.now()

    def settle(self, outcome: str, *, by: Actor) -> None:
        """The office is done; whoever left an address is told how it ended."""
        with COMPLAINT.move(self, "settle", by=by, outcome=outcome):
            self.outcome, self.settled_at = outcome, timezone.now()
