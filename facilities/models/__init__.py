"""The nouns of `facilities`, one a file."""

from facilities.models.address_change import AddressChange
from facilities.models.desk import Desk, DeskAddress
from facilities.models.facility import Facility
from facilities.models.institution import Institution
from facilities.models.invitation import Invitation
from facilities.models.membership import Membership
from facilities.models.registration import Registration

__all__ = [
    "AddressChange",
    "Desk",
    "DeskAddress",
    "Facility",
    "Institution",
    "Invitation",
    "Membership",
    "Registration",
]
