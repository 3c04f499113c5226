"""申請: a facility asks for an account, with its first posting in the same form (steps 1 and 2 of the path)."""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from facilities.lifecycle import REGISTRATION, RegistrationStatus
from facilities.models.facility import Facility
from keynet.accounts.models import User
from keynet.lifecycle import Actor


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """Words for sets of registrations."""

    def visible_to(self, user: User) -> Self:
        """The office and the ministry see what has been received; nobody else sees any."""
        if user.serves("office") or user.serves("ministry"):
            return self.exclude(received_at=None)
        return self.none()


class Registration(models.Model):
    """One application for an account; its facility and contact become the account when the office confirms."""

    Status = RegistrationStatus

    number = models.CharField("受付番号", max_length=16, blank=True, editable=False)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="registrations")
    status = models.CharField(
        "状態", max_length=12, choices=RegistrationStatus, default=RegistrationStatus.DRAFT
    )
    department = models.CharField("担当部署", max_length=60, blank=True)
    contact_name = models.CharField("担当者の氏名", max_length=80, blank=True)
    contact_kana = models.CharField("担当者のフリガナ", max_length=80, blank=True)
    contact_phone = models.CharField("担当者の電話番号", max_length=11, blank=True)
    contact_email = models.EmailField("担当者のメールアドレス", max_length=254, blank=True)
    # Which of the five blocks the clerk has saved once; the sheet shows 未入力 until then.
    saved_blocks = ArrayField(
        models.CharField(max_length=12), verbose_name="保存した区分", default=list, blank=True
    )
    created_at = models.DateTimeField("作成日時", default=timezone.now)
    updated_at = models.DateTimeField("更新日時", auto_now=True)
    received_at = models.DateTimeField("受付日時", null=True, blank=True)
    decided_at = models.DateTimeField("処理日時", null=True, blank=True)
    reject_reason = models.TextField("受付不可の理由", max_length=500, blank=True)
    # The person who got the account; empty until the office confirms.
    account = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    first_login_at = models.DateTimeField("初回ログイン日時", null=True, blank=True)

    objects: ClassVar[models.Manager["Registration"]] = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = "申請"
        constraints = (
            models.UniqueConstraint(
                fields=["number"],
                condition=~Q(number=""),
                name="registration_number_once",
                violation_error_message="同じ受付番号がすでにあります。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft"]) | (~Q(contact_email="") & ~Q(contact_name="")),
                name="registration_has_contact",
                violation_error_message="担当者の氏名とメールアドレスを入力してください。",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "unproved"])
                | (Q(received_at__isnull=False) & ~Q(number="")),
                name="registration_received_has_number",
                violation_error_message="受け付けた申請には、受付番号と受付日時が必要です。",
            ),
        )
        indexes = (models.Index(fields=["status", "received_at"], name="registration_queue"),)

    def __str__(self) -> str:
        return self.number or f"申請 {self.pk}"

    def hand_in(self, *, by: Actor) -> None:
        """The clerk sends the form; it is received when the mail address has been proved."""
        with REGISTRATION.move(self, "hand_in", by=by):
            pass

    def receive(self, *, by: Actor) -> None:
        """The address is proved (or the corrected form came back): the office's clock starts."""
        with REGISTRATION.move(self, "receive", by=by):
            self.received_at = timezone.now()
            self.number = self.number or f"R-{self.received_at:%y%m}-{self.pk:06}"
            self.decided_at = None

    def send_back(self, *, by: Actor) -> None:
        """The office returns the form; the reasons stand in the review of its posting."""
        with REGISTRATION.move(self, "send_back", by=by):
            self.decided_at = timezone.now()

    def confirm(self, *, by: Actor, account: User | None) -> None:
        """The office confirms; `account` gets the first-login link (None: its facility has its people already)."""
        with REGISTRATION.move(self, "confirm", by=by):
            self.decided_at = timezone.now()
            self.account = account

    def reject(self, *, by: Actor, reason: str) -> None:
        """The office cannot accept the registration; the reason is told by mail."""
        with REGISTRATION.move(self, "reject", by=by):
            self.decided_at = timezone.now()
            self.reject_reason = reason
