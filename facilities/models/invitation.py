"""An invitation to act for a facility; the address is known only as long as it waits."""

from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from facilities.lifecycle import INVITATION, InvitationStatus
from facilities.models.facility import Facility
from facilities.models.membership import Membership
from keynet.accounts.models import User
from keynet.lifecycle import Actor

VALID_FOR = timedelta(days=7)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Words for sets of invitations."""

    def waiting(self) -> Self:
        """Invitations that nobody has answered or withdrawn, also those whose link has expired."""
        return self.filter(status=InvitationStatus.WAITING)


class Invitation(models.Model):
    """One address asked to join one facility, and perhaps sister facilities at once."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="invitations")
    also = models.ManyToManyField(Facility, related_name="+", blank=True, verbose_name="同時に加える施設")
    email = models.EmailField("メールアドレス", max_length=254, blank=True)
    role = models.CharField("役割", max_length=10, choices=Membership.Role, default=Membership.Role.MEMBER)
    status = models.CharField(
        "状態", max_length=10, choices=InvitationStatus, default=InvitationStatus.WAITING
    )
    invited_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField("作成日時", default=timezone.now)
    expires_at = models.DateTimeField("期限", default=timezone.now)

    objects: ClassVar[models.Manager["Invitation"]] = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "招待"
        constraints = (
            models.UniqueConstraint(
                fields=["facility", "email"],
                condition=Q(status="waiting"),
                name="invitation_once",
                violation_error_message="このメールアドレスは、すでに招待しています。",
            ),
            models.CheckConstraint(
                condition=(Q(status="waiting") & ~Q(email="")) | (~Q(status="waiting") & Q(email="")),
                name="invitation_address_while_waiting",
                violation_error_message="招待のメールアドレスは、参加を待つ間だけ保存します。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.facility} {self.get_status_display()}"

    @property
    def is_expired(self) -> bool:
        """Return whether its link has stopped working by itself."""
        return self.expires_at <= timezone.now()

    def send(self, *, by: Actor) -> None:
        """Begin (again) the week in which the link works; the letter is written beside this verb."""
        with INVITATION.move(self, "send", by=by, role=self.role):
            self.expires_at = timezone.now() + VALID_FOR

    def accept(self, *, by: Actor) -> None:
        """The invited person joins; their address is known from their account from now on."""
        with INVITATION.move(self, "accept", by=by, role=self.role):
            self.email = ""

    def withdraw(self, *, by: Actor) -> None:
        """The facility takes the invitation back."""
        with INVITATION.move(self, "withdraw", by=by):
            self.email = ""

    def lapse(self, *, by: Actor) -> None:
        """Nobody answered for long: the address is forgotten."""
        with INVITATION.move(self, "lapse", by=by):
            self.email = ""
