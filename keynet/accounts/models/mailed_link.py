"""Secret links sent by mail: 256 random bits, only their digest is stored."""

import hashlib
import secrets
from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone

from keynet.outbox.models.event import subject_key


class LinkGone(Exception):
    """The link cannot be used; `reason` is unknown, expired or used."""

    def __init__(self, reason: str, link: "MailedLink | None" = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.link = link


class MailedLink(models.Model):
    """What one secret link opens, for how long, and whether it was used up."""

    class Purpose(models.TextChoices):
        REGISTRATION = "registration", "申請の入力・修正"
        PROVE_REGISTRATION = "prove_registration", "申請のメール確認"
        FIRST_LOGIN = "first_login", "初回ログイン"
        INVITATION = "invitation", "施設への招待"
        APPLICATION = "application", "応募の状況"
        INQUIRY = "inquiry", "問い合わせの状況"
        POSTING = "posting", "募集の内容の確認"
        RECRUITER_OPT_IN = "recruiter_opt_in", "新着連絡の受け取り確認"

    purpose = models.CharField("目的", max_length=24, choices=Purpose)
    subject = models.CharField("対象", max_length=80)
    digest = models.CharField("照合値", max_length=64, unique=True)
    created_at = models.DateTimeField("作成日時", default=timezone.now)
    expires_at = models.DateTimeField("期限", null=True)
    used_at = models.DateTimeField("使用日時", null=True)

    objects: ClassVar[models.Manager["MailedLink"]] = models.Manager()

    class Meta:
        verbose_name = "メールのリンク"
        indexes = (models.Index(fields=["subject", "purpose"], name="mailed_link_subject"),)

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject}"

    @property
    def subject_id(self) -> int:
        """Return the primary key of the row that the link opens."""
        return int(self.subject.partition(":")[2])

    def use_up(self) -> None:
        """Close a one-time link; raises LinkGone("used") for the second of two simultaneous users."""
        now = timezone.now()
        if not MailedLink.objects.filter(pk=self.pk, used_at=None).update(used_at=now):
            raise LinkGone("used", self)
        self.used_at = now


def issue_link(purpose: str, subject: models.Model, *, valid_for: timedelta | None) -> str:
    """Create a link for a row and return its token, which is stored nowhere; None means without an end."""
    token = secrets.token_urlsafe(32)
    MailedLink.objects.create(
        purpose=purpose,
        subject=subject_key(subject),
        digest=_digest(token),
        expires_at=timezone.now() + valid_for if valid_for else None,
    )
    return token


def open_link(purpose: str, token: str) -> MailedLink:
    """Return the link of a token; raises LinkGone with the reason, so that the page can say what to do."""
    link = MailedLink.objects.filter(purpose=purpose, digest=_digest(token)).first()
    if link is None:
        raise LinkGone("unknown")
    if link.used_at:
        raise LinkGone("used", link)
    if link.expires_at and link.expires_at < timezone.now():
        raise LinkGone("expired", link)
    return link


def withdraw_links(purpose: str, subject: models.Model) -> None:
    """Close every open link of a purpose for a row, e.g. when a newer one replaces it."""
    MailedLink.objects.filter(purpose=purpose, subject=subject_key(subject), used_at=None).update(
        used_at=timezone.now()
    )


def expire_links(purpose: str, subject: models.Model) -> None:
    """Let the time of every open link of a purpose for a row be over: a new one can be mailed to its present address."""
    open_ones = MailedLink.objects.filter(purpose=purpose, subject=subject_key(subject), used_at=None)
    open_ones.update(expires_at=timezone.now())


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
