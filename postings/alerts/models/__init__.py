"""The nouns of `postings.alerts`."""

from postings.alerts.models.recruiter import Recruiter
from postings.alerts.models.saved_condition import Frequency, SavedCondition, StopReason
from postings.alerts.models.subscriber import Subscriber

__all__ = ["Frequency", "Recruiter", "SavedCondition", "StopReason", "Subscriber"]
