"""An application (応募): who, with what licences, for which version of a posting, and where it stands."""

import uuid
from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from applications.lifecycle import (
    ACTIVE,
    APPLICANT_LABELS,
    APPLICATION,
    CHOSEN,
    FACILITY_OWES,
    UNDECIDED,
    ApplicationStatus,
)
from applications.models.blank import BLANK_APPLICATION
from keynet.accounts.models import User
from keynet.lifecycle import Actor
from keynet.vocabulary import prefectures
from keynet.vocabulary.business_days import business_days_between, due_on, received_on
from keynet.vocabulary.choices import labels
from keynet.vocabulary.occupations import Occupation
from postings.models import Posting, PostingVersion

ANSWER_WITHIN = 3
"""Business days after which an application without a reaction is marked (ui.md 4.3)."""


class ApplicationQuerySet(models.QuerySet["Application"]):
    """Words for sets of applications."""

    def received(self) -> Self:
        """Applications whose mail address has been proved: the facility sees only these."""
        return self.exclude(status=ApplicationStatus.UNPROVED)

    def known(self) -> Self:
        """Applications whose person is still known."""
        return self.filter(masked_at=None)

    def outlived(self, before: datetime) -> Self:
        """Applications, decided or not, of a known person whose posting ended before a time, or who asked to be forgotten."""
        ended = Q(posting__closed_at__lte=before)
        asked = Q(erasure_asked_at__isnull=False, leaves_at=None) & ~Q(status__in=ACTIVE)
        return self.received().known().filter(ended | asked)

    def undecided(self) -> Self:
        """Applications somebody still owes an answer for."""
        return self.known().filter(status__in=UNDECIDED)

    def at(self, address: str) -> Self:
        """Applications of known people whose proved address this is, whatever its capitals."""
        return self.received().known().annotate(address=Lower("email")).filter(address=address.lower())

    def active(self) -> Self:
        """Applications that bar a second one to the same posting."""
        return self.filter(status__in=ACTIVE)

    def visible_to(self, user: User) -> Self:
        """Applications to the postings of the person's facilities; office and ministry see counts, never rows."""
        return self.received().filter(
            posting__facility__memberships__user=user, posting__facility__memberships__left_at=None
        )


class Application(models.Model):
    """One person's application; only what selection needs is asked (職業安定法5条の5)."""

    class InterviewWish(models.TextChoices):
        ANY = "any", "どちらでもよい"
        IN_PERSON = "in_person", "対面"
        ONLINE = "online", "オンライン"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Made when the form is shown: a form that is sent twice is one application.
    submission_id = models.UUIDField("送信の番号", unique=True)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="applications")
    version = models.ForeignKey(PostingVersion, on_delete=models.PROTECT, related_name="applications")
    status = models.CharField(
        "状態", max_length=16, choices=ApplicationStatus, default=ApplicationStatus.UNPROVED
    )
    family_name = models.CharField("姓", max_length=40)
    given_name = models.CharField("名", max_length=40, blank=True)
    family_kana = models.CharField("セイ", max_length=40, blank=True)
    given_kana = models.CharField("メイ", max_length=40, blank=True)
    email = models.EmailField("メールアドレス", max_length=254)
    phone = models.CharField("電話番号", max_length=11)
    call_hours = models.CharField("連絡できる時間帯", max_length=60, blank=True)
    prefecture = models.CharField("お住まいの都道府県", max_length=2, choices=prefectures.CHOICES)
    city = models.CharField("お住まいの市区町村", max_length=60, blank=True)
    licences = ArrayField(
        models.CharField(max_length=30, choices=Occupation), verbose_name="お持ちの資格", blank=True
    )
    years_of_experience = models.PositiveSmallIntegerField("経験年数", null=True, blank=True)
    years_away = models.PositiveSmallIntegerField("離職してからの年数", null=True, blank=True)
    available = models.CharField("働ける日・開始できる日", max_length=200, blank=True)
    training_history = models.CharField("受けた研修", max_length=200, blank=True)
    interview_wish = models.CharField(
        "面接の希望", max_length=10, choices=InterviewWish, default=InterviewWish.ANY
    )
    message = models.TextField("志望動機・自己PR", max_length=800, blank=True)
    consented_at = models.DateTimeField("個人情報の取り扱いへの同意日時")
    created_at = models.DateTimeField("作成日時", default=timezone.now)
    submitted_at = models.DateTimeField("応募日時", null=True, blank=True)
    moved_at = models.DateTimeField("状態の変更日時", default=timezone.now)
    # 自治体との直接の選考に移行 (circular of 2021-05-07, 4): a flag, not a state; the result is still due.
    direct_selection_on = models.DateField("直接選考へ移行した日", null=True, blank=True)
    # 職業安定法5条の3第3項: up to which version the facility has stated what changed since the application.
    stated_version = models.PositiveSmallIntegerField("変更内容を明示した版", null=True, blank=True)
    # The applicant's 承諾 of an offer; the hire itself is the facility's act.
    accepted_at = models.DateTimeField("内定を承諾した日時", null=True, blank=True)
    # The applicant has withdrawn; until then it can be undone and the facility hears nothing (applications.leaving).
    leaves_at = models.DateTimeField("辞退が決まる日時", null=True, blank=True)
    erasure_asked_at = models.DateTimeField("削除の依頼の日時", null=True, blank=True)
    masked_at = models.DateTimeField("個人情報を消した日時", null=True, blank=True)

    objects: ClassVar[models.Manager["Application"]] = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = "応募"
        constraints = (
            models.UniqueConstraint(
                "posting",
                Lower("email"),
                condition=Q(
                    status__in=["submitted", "reviewing", "interview", "offered", "hired"], masked_at=None
                ),
                name="application_once_per_posting",
                violation_error_message="この求人には、すでに応募しています。",
            ),
            models.CheckConstraint(
                condition=Q(status="unproved") | Q(submitted_at__isnull=False),
                name="application_submitted_has_time",
                violation_error_message="受け付けた応募には応募日時が必要です。",
            ),
            models.CheckConstraint(
                condition=Q(masked_at=None) | Q(**BLANK_APPLICATION),
                name="application_masked_is_blank",
                violation_error_message="個人情報を消した応募に、個人情報は残せません。",
            ),
        )
        indexes = (
            models.Index(fields=["posting", "status", "-submitted_at"], name="application_inbox"),
            models.Index(Lower("email"), name="application_address", condition=Q(masked_at=None)),
            models.Index(
                fields=["leaves_at"], name="application_leaving", condition=Q(leaves_at__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Return the printed number, e.g. A-2611-000123."""
        return f"A-{timezone.localtime(self.created_at):%y%m}-{self.pk:06}"

    @property
    def full_name(self) -> str:
        """Return 姓 and 名 with a space, as typed."""
        return f"{self.family_name} {self.given_name}".strip()

    @property
    def licence_names(self) -> str:
        """Return the licences in words."""
        return labels(self.licences, Occupation)

    @property
    def applicant_label(self) -> str:
        """Return the state in the applicant's words."""
        return APPLICANT_LABELS[ApplicationStatus(self.status)]

    @property
    def is_undecided(self) -> bool:
        """Return whether an answer is still due."""
        return self.status in UNDECIDED and self.masked_at is None

    @property
    def has_result(self) -> bool:
        """Return whether the facility has chosen and the person is still known: then the notice can be printed."""
        return self.status in CHOSEN and self.masked_at is None

    @property
    def kept_until(self) -> date | None:
        """Return the day after which name and contacts are masked; None while the posting has not ended."""
        ended = self.posting.closed_at
        return timezone.localdate(ended + timedelta(days=settings.RETENTION_DAYS)) if ended else None

    @property
    def answer_due_on(self) -> date | None:
        """Return by when the facility should have taken its next step: three business days after the last one."""
        is_owed = self.is_undecided and self.status in FACILITY_OWES
        return due_on(self.moved_at, days=ANSWER_WITHIN) if is_owed else None

    @property
    def waited_days(self) -> int | None:
        """Return for how many business days the applicant has waited for the facility; None when nothing is owed."""
        if not (self.is_undecided and self.status in FACILITY_OWES):
            return None
        return max(0, business_days_between(received_on(self.moved_at), timezone.localdate()))

    @property
    def is_late(self) -> bool:
        """Return whether the facility has let that day pass; a municipality that selects directly takes its own time."""
        due_on = None if self.direct_selection_on else self.answer_due_on
        return due_on is not None and due_on < timezone.localdate()

    def submit(self, *, by: Actor, version: PostingVersion | None = None) -> None:
        """The mail address is proved: the facility receives the application, for the version last shown."""
        with APPLICATION.move(self, "submit", by=by):
            self.submitted_at = self.moved_at = timezone.now()
            self.version = version or self.version

    def step(self, name: str, *, by: Actor) -> None:
        """Make one move of the table that sets nothing but its time (review, invite, offer, withdraw, …)."""
        with APPLICATION.move(self, name, by=by):
            self.moved_at = timezone.now()

    def offer(self, *, by: Actor, stated_version: int | None) -> None:
        """The facility offers the work; `stated_version` when terms changed since the application and were stated."""
        with APPLICATION.move(self, "offer", by=by):
            self.moved_at = timezone.now()
            self.stated_version = stated_version

    def accept(self, *, by: Actor) -> None:
        """The applicant accepts the offer; the facility then records the hire. Accepting again changes nothing."""
        with transaction.atomic():
            rows = type(self)._base_manager.select_for_update(of=("self",), no_key=True)
            if rows.get(pk=self.pk).has_accepted:
                return
            with APPLICATION.move(self, "accept", by=by):
                self.accepted_at = timezone.now()

    @property
    def has_accepted(self) -> bool:
        """Return whether the applicant has said yes to an offer that stands, and waits for the hire."""
        return self.status == ApplicationStatus.OFFERED and self.accepted_at is not None
