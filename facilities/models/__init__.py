"""The nouns of `facilities`, one a file."""

from facilities.models.desk import Desk, DeskAddress
from facilities.models.facility import Facility
from facilities.models.institution import Institution
from facilities.models.membership import Membership
from facilities.models.registration import Registration

__all__ = ["Desk", "DeskAddress", "Facility", "Institution", "Membership", "Registration"]
