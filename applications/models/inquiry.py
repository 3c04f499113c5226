"""An inquiry (問い合わせ): a question to the facility beside a posting, without a CV."""

import uuid
from datetime import date, datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from applications.lifecycle import INQUIRY, InquiryStatus
from applications.models.blank import BLANK_INQUIRY
from keynet.accounts.models import User
from keynet.lifecycle import Actor
from keynet.vocabulary.business_days import due_on
from postings.models import Posting

ANSWER_WITHIN = 3
"""Business days after which a question without an answer is marked."""


class InquiryQuerySet(models.QuerySet["Inquiry"]):
    """Words for sets of inquiries."""

    def received(self) -> Self:
        """Inquiries whose mail address has been proved."""
        return self.exclude(status=InquiryStatus.UNPROVED)

    def known(self) -> Self:
        """Inquiries whose asker is still known."""
        return self.filter(masked_at=None)

    def outlived(self, before: datetime) -> Self:
        """Inquiries answered before a time, or asked before it, never answered, and of a posting that ended before.

        Whoever asks to be forgotten is not kept until then.
        """
        never_answered = Q(answered_at=None, submitted_at__lte=before, posting__closed_at__lte=before)
        asked = Q(erasure_asked_at__isnull=False)
        return self.received().known().filter(Q(answered_at__lte=before) | never_answered | asked)

    def at(self, address: str) -> Self:
        """Inquiries of known people whose proved address this is, whatever its capitals."""
        return self.received().known().annotate(address=Lower("email")).filter(address=address.lower())

    def visible_to(self, user: User) -> Self:
        """Inquiries about the postings of the person's facilities."""
        return self.received().filter(
            posting__facility__memberships__user=user, posting__facility__memberships__left_at=None
        )


class Inquiry(models.Model):
    """One question and its answer; both are passed on unaltered (職発512号: no editing of relayed messages)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission_id = models.UUIDField("送信の番号", unique=True)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="inquiries")
    status = models.CharField("状態", max_length=10, choices=InquiryStatus, default=InquiryStatus.UNPROVED)
    name = models.CharField("お名前（ニックネームも可）", max_length=40)
    email = models.EmailField("メールアドレス", max_length=254)
    text = models.TextField("質問", max_length=300)
    answer = models.TextField("回答", max_length=1000, blank=True)
    created_at = models.DateTimeField("作成日時", default=timezone.now)
    submitted_at = models.DateTimeField("受付日時", null=True, blank=True)
    answered_at = models.DateTimeField("回答日時", null=True, blank=True)
    erasure_asked_at = models.DateTimeField("削除の依頼の日時", null=True, blank=True)
    masked_at = models.DateTimeField("個人情報を消した日時", null=True, blank=True)

    objects: ClassVar[models.Manager["Inquiry"]] = InquiryQuerySet.as_manager()

    class Meta:
        verbose_name = "問い合わせ"
        constraints = (
            models.CheckConstraint(
                condition=~Q(status="answered")
                | (Q(answered_at__isnull=False) & (~Q(answer="") | Q(masked_at__isnull=False))),
                name="inquiry_answered_has_answer",
                violation_error_message="回答を入力してください。",
            ),
            models.CheckConstraint(
                condition=Q(masked_at=None) | Q(**BLANK_INQUIRY),
                name="inquiry_masked_is_blank",
                violation_error_message="個人情報を消した問い合わせに、個人情報は残せません。",
            ),
        )
        indexes = (
            models.Index(fields=["posting", "status", "-submitted_at"], name="inquiry_inbox"),
            models.Index(Lower("email"), name="inquiry_address", condition=Q(masked_at=None)),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Return the printed number, e.g. Q-2611-000123."""
        return f"Q-{timezone.localtime(self.created_at):%y%m}-{self.pk:06}"

    @property
    def is_open(self) -> bool:
        """Return whether an answer is still due."""
        return self.status == InquiryStatus.OPEN and self.masked_at is None

    @property
    def answer_due_on(self) -> date | None:
        """Return by when the facility should have answered: within three business days."""
        asked_at = self.submitted_at if self.is_open else None
        return due_on(asked_at, days=ANSWER_WITHIN) if asked_at else None

    @property
    def is_late(self) -> bool:
        """Return whether the facility has let that day pass."""
        return self.answer_due_on is not None and self.answer_due_on < timezone.localdate()

    def submit(self, *, by: Actor) -> None:
        """The mail address is proved: the facility receives the question."""
        with INQUIRY.move(self, "submit", by=by):
            self.submitted_at = timezone.now()

    def reply(self, text: str, *, by: Actor) -> None:
        """The facility answers; the asker is told by a link."""
        with INQUIRY.move(self, "answer", by=by):
            self.answer = text
            self.answered_at = timezone.now()
