"""The nouns of `postings.alerts`."""

from postings.alerts.models.recruiter import Recruiter

__all__ = ["Recruiter"]
