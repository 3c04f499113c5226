"""Who acts for a facility."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from facilities.models.facility import Facility


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Words for sets of memberships."""

    def current(self) -> Self:
        """Memberships that have not ended."""
        return self.filter(left_at=None)

    def admins(self) -> Self:
        """Current memberships of people who decide about the others."""
        return self.current().filter(role="admin", user__is_active=True)


class Membership(models.Model):
    """One person at one facility; a person may belong to several (the acting one stands in the URL)."""

    class Role(models.TextChoices):
        ADMIN = "admin", "管理者"
        MEMBER = "member", "担当者"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField("役割", max_length=10, choices=Role, default=Role.MEMBER)
    joined_at = models.DateTimeField("開始日時", default=timezone.now)
    left_at = models.DateTimeField("終了日時", null=True, blank=True)

    objects: ClassVar[models.Manager["Membership"]] = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "所属"
        constraints = (
            models.UniqueConstraint(
                fields=["user", "facility"],
                condition=Q(left_at=None),
                name="membership_once",
                violation_error_message="この方はすでにこの施設の担当者です。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.facility} {self.get_role_display()}"

    @property
    def status(self) -> str:
        """Return whether it lasts; read by the 409 page of whoever comes second."""
        return "left" if self.left_at else "current"

    @property
    def is_admin(self) -> bool:
        """Return whether the person decides about the others."""
        return self.role == self.Role.ADMIN
