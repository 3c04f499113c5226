"""User, Appointment, MailedLink, MailProof."""

from keynet.accounts.models.appointment import Appointment
from keynet.accounts.models.mail_proof import MailProof
from keynet.accounts.models.mailed_link import MailedLink
from keynet.accounts.models.user import User

__all__ = ["Appointment", "MailProof", "MailedLink", "User"]
