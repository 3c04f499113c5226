"""The states of a registration, of an invitation and of a change of the registered address (domain.md D.1)."""

from django.db.models import TextChoices

from facilities.permissions import (
    administers_its_facility_or_officer,
    holds_its_link,
    is_another_officer,
    is_officer,
    is_the_clock,
    is_the_invited,
)
from keynet.lifecycle import Lifecycle, Move


class RegistrationStatus(TextChoices):
    """Where a registration stands, in the office's words."""

    DRAFT = "draft", "入力中"
    UNPROVED = "unproved", "メール確認待ち"
    WAITING = "waiting", "確認待ち"
    RETURNED = "returned", "差戻し（不備あり）"
    CONFIRMED = "confirmed", "確認済み"
    REJECTED = "rejected", "受付不可"


class InvitationStatus(TextChoices):
    """Where an invitation stands; one whose link has expired still waits, and can be sent again."""

    WAITING = "waiting", "参加待ち"
    ACCEPTED = "accepted", "参加済み"
    WITHDRAWN = "withdrawn", "取り消し"
    LAPSED = "lapsed", "期限切れ"


class AddressChangeStatus(TextChoices):
    """Where a change of a facility's registered address stands."""

    ASKED = "asked", "2人目の確認待ち"
    CONFIRMED = "confirmed", "変更済み"
    DROPPED = "dropped", "取りやめ"


S, V, A = RegistrationStatus, InvitationStatus, AddressChangeStatus

REGISTRATION = Lifecycle(
    # Handing in again while unproved mails a new link: the first mail may have gone to a mistyped address.
    Move("hand_in", {S.DRAFT, S.UNPROVED}, S.UNPROVED, holds_its_link, "registration.handed_in"),
    Move("receive", {S.UNPROVED, S.RETURNED}, S.WAITING, holds_its_link, "registration.received"),
    Move("send_back", {S.WAITING}, S.RETURNED, is_officer, "registration.returned"),
    Move("confirm", {S.WAITING}, S.CONFIRMED, is_officer, "registration.confirmed"),
    Move("reject", {S.WAITING}, S.REJECTED, is_officer, "registration.rejected"),
)

INVITATION = Lifecycle(
    # Sending again is the same move: a new link, and a new week.
    Move("send", {V.WAITING}, V.WAITING, administers_its_facility_or_officer, "invitation.sent"),
    Move("accept", {V.WAITING}, V.ACCEPTED, is_the_invited, "invitation.accepted"),
    Move("withdraw", {V.WAITING}, V.WITHDRAWN, administers_its_facility_or_officer, "invitation.withdrawn"),
    Move("lapse", {V.WAITING}, V.LAPSED, is_the_clock, "invitation.lapsed"),
)

ADDRESS_CHANGE = Lifecycle(
    Move("confirm", {A.ASKED}, A.CONFIRMED, is_another_officer, "address_change.confirmed"),
    Move("drop", {A.ASKED}, A.DROPPED, is_officer, "address_change.dropped"),
)
