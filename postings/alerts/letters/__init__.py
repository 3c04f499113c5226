"""The letters about postings: who gets which, and what they may say."""

from postings.alerts.letters.changes import CLOSED, PAUSED, RESUMED, SUSPENDED
from postings.alerts.letters.conditions import ASKED, DIGEST
from postings.alerts.letters.invitation import INVITATION
from postings.alerts.letters.news import AUDIENCES, NEWS

__all__ = [
    "ASKED",
    "AUDIENCES",
    "CLOSED",
    "DIGEST",
    "INVITATION",
    "NEWS",
    "PAUSED",
    "RESUMED",
    "SUSPENDED",
]
