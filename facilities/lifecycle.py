"""The states of a registration (domain.md D.1)."""

from django.db.models import TextChoices

from facilities.permissions import holds_its_link, is_officer
from keynet.lifecycle import Lifecycle, Move


class RegistrationStatus(TextChoices):
    """Where a registration stands, in the office's words."""

    DRAFT = "draft", "入力中"
    UNPROVED = "unproved", "メール確認待ち"
    WAITING = "waiting", "確認待ち"
    RETURNED = "returned", "差戻し（不備あり）"
    CONFIRMED = "confirmed", "確認済み"
    REJECTED = "rejected", "受付不可"


S = RegistrationStatus

REGISTRATION = Lifecycle(
    # Handing in again while unproved mails a new link: the first mail may have gone to a mistyped address.
    Move("hand_in", {S.DRAFT, S.UNPROVED}, S.UNPROVED, holds_its_link, "registration.handed_in"),
    Move("receive", {S.UNPROVED, S.RETURNED}, S.WAITING, holds_its_link, "registration.received"),
    Move("send_back", {S.WAITING}, S.RETURNED, is_officer, "registration.returned"),
    Move("confirm", {S.WAITING}, S.CONFIRMED, is_officer, "registration.confirmed"),
    Move("reject", {S.WAITING}, S.REJECTED, is_officer, "registration.rejected"),
)
