"""The letters about postings: who gets which, and what they may say."""

from postings.alerts.letters.changes import CLOSED, PAUSED, RESUMED, SUSPENDED
from postings.alerts.letters.invitation import INVITATION
from postings.alerts.letters.news import AUDIENCES, NEWS

__all__ = ["AUDIENCES", "CLOSED", "INVITATION", "NEWS", "PAUSED", "RESUMED", "SUSPENDED"]
