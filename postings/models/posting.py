"""A posting (募集情報): one occupation, one workplace, its terms, and its way from draft to close."""

from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from facilities.models import Facility, Registration
from keynet.lifecycle import Actor
from keynet.vocabulary.business_days import due_on
from keynet.vocabulary.recruiting import CloseReason, NameVisibility
from postings.lifecycle import POSTING, PUBLIC_LABELS, WRITABLE, PostingStatus
from postings.models.queryset import PostingQuerySet
from postings.models.rules import CONSTRAINTS
from postings.models.search_key import searchable_text
from postings.models.terms import BLOCKS, ConditionTerms, IntakeTerms, PayTerms, WorkTerms

TERM_FIELDS = [field.name for block in BLOCKS.values() for field in block._meta.local_fields]
"""Names of all fields that make up the terms, in the order of the form."""


class Posting(WorkTerms, ConditionTerms, PayTerms, IntakeTerms):
    """The offer of one facility."""

    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="postings")
    # The registration that brought the facility's first posting; empty for later postings.
    registration = models.OneToOneField(
        Registration, on_delete=models.PROTECT, null=True, blank=True, related_name="posting"
    )
    status = models.CharField("状態", max_length=10, choices=PostingStatus, default=PostingStatus.DRAFT)
    saved_blocks = models.JSONField("保存した区分", default=list, blank=True)
    created_at = models.DateTimeField("作成日時", default=timezone.now)
    updated_at = models.DateTimeField("更新日時", auto_now=True)
    submitted_at = models.DateTimeField("提出日時", null=True, blank=True)
    due_on = models.DateField("確認の期限", null=True, blank=True)
    checked_at = models.DateTimeField("確認日時", null=True, blank=True)
    published_at = models.DateTimeField("公開日時", null=True, blank=True)
    # 情報の時点: when what is shown was last written or confirmed (職業安定法5条の4).
    terms_as_of = models.DateTimeField("情報の時点", null=True, blank=True)
    closed_at = models.DateTimeField("終了日時", null=True, blank=True)
    close_reason = models.CharField("終了の理由", max_length=12, choices=CloseReason, blank=True)
    suspend_reason = models.TextField("掲載停止の理由", max_length=500, blank=True)
    # When the facility changed pay, place, hours or contract of a public posting, until the office has looked at it.
    flagged_at = models.DateTimeField("公開後の重要な変更の日時", null=True, blank=True)
    version = models.PositiveSmallIntegerField("版", default=0)
    hired_count = models.PositiveSmallIntegerField("採用した人数", default=0)
    # How many are hired for each single day, by `days.key_of`; counted with `hired_count` under the same lock.
    filled_days = models.JSONField("勤務日ごとの採用人数", default=dict, blank=True)
    urgent_until = models.DateTimeField("緊急の募集の終了日時", null=True, blank=True)
    search_key = models.TextField("検索用", blank=True)

    objects: ClassVar[models.Manager["Posting"]] = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = "募集情報"
        constraints = CONSTRAINTS
        indexes = (
            # Published postings are searched in postings_listing.
            models.Index(
                fields=["due_on", "submitted_at"], name="posting_queue", condition=Q(status="submitted")
            ),
            models.Index(
                fields=["flagged_at"], name="posting_flagged", condition=Q(flagged_at__isnull=False)
            ),
            # What nobody has spoken for since two weeks, asked for every five minutes (postings.upkeep.freshness).
            models.Index(fields=["terms_as_of"], name="posting_spoken_for", condition=Q(status="published")),
            # Whose last day comes or is over (the same, and postings.upkeep.expiry).
            models.Index(
                fields=["publish_to"],
                name="posting_last_day",
                condition=Q(status__in=("published", "paused", "suspended")),
            ),
            # What the consoles count on their first pages: narrow, so that a million rows are read from few pages.
            models.Index(
                fields=["work_prefecture", "status", "occupation", "headcount"], name="posting_counted"
            ),
            # What a nurse center reads, the newest first; the rest of its scope stands beside the key.
            models.Index(
                fields=["work_prefecture", "-published_at", "-id"],
                include=["occupation", "status", "suspend_reason"],
                name="posting_open_there",
                condition=Q(status__in=("published", "paused")),
            ),
        )

    def __str__(self) -> str:
        return self.number

    @cached_property
    def number(self) -> str:
        """Return the printed number, e.g. KN-2611-004182: month of creation and serial."""
        return f"KN-{timezone.localtime(self.created_at):%y%m}-{self.pk:06}"

    def get_absolute_url(self) -> str:
        """Return the public page's path."""
        return f"/postings/{self.number}/"

    @property
    def public_url(self) -> str:
        """Return the public page's whole address, for letters and print."""
        return settings.SITE_URL + self.get_absolute_url()

    @property
    def public_label(self) -> str:
        """Return the state in the visitor's words; empty when the posting is not public.

        What ended while it was suspended keeps the reason for its suspension, and stays hidden.
        """
        return "" if self.suspend_reason else str(PUBLIC_LABELS.get(PostingStatus(self.status), ""))

    @property
    def shows_name(self) -> bool:
        """Return whether facility name and exact address may be public (domain.md Decision 12)."""
        return self.name_visibility == NameVisibility.PUBLIC

    @property
    def public_facility_name(self) -> str:
        """Return the facility's name as the public may read it."""
        return self.facility.name if self.shows_name else "施設名は非公開です"

    @property
    def terms(self) -> dict[str, Any]:
        """Return everything the posting offers and asks, by field."""
        return {field: getattr(self, field) for field in TERM_FIELDS}

    @property
    def is_live(self) -> bool:
        """Return whether one can apply now."""
        return self.status == PostingStatus.PUBLISHED

    @property
    def is_writable(self) -> bool:
        """Return whether its facility may change terms in this state."""
        return self.status in WRITABLE

    @property
    def is_urgent(self) -> bool:
        """Return whether the office's urgent flag is on."""
        return self.urgent_until is not None and self.urgent_until > timezone.now()

    @property
    def places_left(self) -> int:
        """Return how many more people are sought."""
        return max(0, (self.headcount or 0) - self.hired_count)

    def submit(self, *, by: Actor) -> None:
        """Hand in for the office's check; the 2 business days begin."""
        with POSTING.move(self, "submit", by=by):
            self.submitted_at = timezone.now()
            self.due_on = due_on(self.submitted_at)

    def send_back(self, *, by: Actor) -> None:
        """The office returns it; reasons stand in the review."""
        with POSTING.move(self, "send_back", by=by):
            self.due_on = None

    def confirm(self, *, by: Actor) -> None:
        """The office found nothing wrong; only the facility publishes."""
        with POSTING.move(self, "confirm", by=by):
            self.checked_at = timezone.now()

    def reject(self, *, by: Actor) -> None:
        """The office cannot accept it; reasons stand in the review."""
        with POSTING.move(self, "reject", by=by):
            self.due_on = None

    def publish(self, *, by: Actor) -> None:
        """The facility makes it public; letters follow from the event."""
        with POSTING.move(self, "publish", by=by):
            self.published_at = timezone.now()
            self.keep_version(by)

    def pause(self, *, by: Actor) -> None:
        """No new applications; the page says so, running ones go on."""
        with POSTING.move(self, "pause", by=by):
            pass

    def resume(self, *, by: Actor) -> None:
        """Applications are taken again; the terms are declared to be current."""
        with POSTING.move(self, "resume", by=by):
            self.terms_as_of = timezone.now()

    def close(self, *, by: Actor, reason: str) -> None:
        """The end (filled, withdrawn, expired, unconfirmed); a closed posting is copied, never reopened."""
        with POSTING.move(self, "close", by=by, reason=reason):
            self.closed_at = timezone.now()
            self.close_reason = reason

    def affirm(self, *, by: Actor) -> None:
        """「最新です」: the facility stands by its terms as of now (職業安定法5条の4)."""
        with POSTING.move(self, "affirm", by=by):
            self.terms_as_of = timezone.now()

    def expire(self, *, by: Actor) -> None:
        """The last day of a suspended posting is over; it stays hidden, the reason for its suspension stays."""
        with POSTING.move(self, "expire", by=by, reason=CloseReason.EXPIRED):
            self.closed_at = timezone.now()
            self.close_reason = CloseReason.EXPIRED

    def suspend(self, *, by: Actor, reason: str) -> None:
        """Office or ministry take it off the site at once, with the reason told to the facility."""
        with POSTING.move(self, "suspend", by=by):
            self.suspend_reason = reason

    def lift(self, *, by: Actor) -> None:
        """The reason for the suspension is gone; the facility resumes by itself."""
        with POSTING.move(self, "lift", by=by):
            self.suspend_reason = ""

    def keep_version(self, by: Actor) -> None:
        """Write the present terms as the next version and make them searchable; the caller saves, holding the lock."""
        self.version += 1
        self.terms_as_of = timezone.now()
        self.search_key = searchable_text(self)
        self.versions.create(number=self.version, terms=self.terms, actor=by.actor_key)

    def is_over(self, today: date) -> bool:
        """Return whether the last day of publication has passed."""
        return self.publish_to is not None and self.publish_to < today
