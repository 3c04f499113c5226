"""Where the office sends access that was lost is changed by two officers (ASVS 2.3.5: four eyes)."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from facilities.lifecycle import ADDRESS_CHANGE, AddressChangeStatus
from facilities.models.facility import Facility
from keynet.accounts.models import User
from keynet.lifecycle import Actor


class AddressChange(models.Model):
    """One officer asks with a reason, another confirms; the row keeps the new address only until then."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="address_changes")
    email = models.EmailField("新しい登録アドレス", max_length=254, blank=True)
    reason = models.TextField("変える理由と確かめ方", max_length=500)
    status = models.CharField(
        "状態", max_length=10, choices=AddressChangeStatus, default=AddressChangeStatus.ASKED
    )
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("依頼日時", default=timezone.now)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("処理日時", null=True)

    objects: ClassVar[models.Manager["AddressChange"]] = models.Manager()

    class Meta:
        verbose_name = "登録アドレスの変更"
        constraints = (
            models.UniqueConstraint(
                fields=["facility"],
                condition=Q(status="asked"),
                name="address_change_one_at_a_time",
                violation_error_message="この施設の登録アドレスの変更は、すでに確認を待っています。",
            ),
            models.CheckConstraint(
                condition=~Q(status="confirmed")
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("asked_by"))),
                name="address_change_four_eyes",
                violation_error_message="登録アドレスの変更は、依頼した人とは別の人が確認してください。",
            ),
            models.CheckConstraint(
                condition=(Q(status="asked") & ~Q(email="")) | (~Q(status="asked") & Q(email="")),
                name="address_change_address_while_asked",
                violation_error_message="新しいアドレスは、確認を待つ間だけ保存します。",
            ),
        )

    def __str__(self) -> str:
        return f"{self.facility} {self.get_status_display()}"

    def confirm(self, *, by: User) -> None:
        """The second officer agrees: the address holds from now on."""
        with ADDRESS_CHANGE.move(self, "confirm", by=by):
            self.facility.registered_email = self.email
            self.facility.save(update_fields=["registered_email"])
            self._decide(by)

    def drop(self, *, by: User) -> None:
        """Nothing changes."""
        with ADDRESS_CHANGE.move(self, "drop", by=by):
            self._decide(by)

    def _decide(self, by: Actor) -> None:
        assert isinstance(by, User)
        self.email, self.decided_by, self.decided_at = "", by, timezone.now()
