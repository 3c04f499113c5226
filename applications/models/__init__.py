"""The nouns of `applications`, one a file."""

from applications.models.application import Application
from applications.models.hire import Hire
from applications.models.inquiry import Inquiry
from applications.models.interview import Interview
from applications.models.message import Message
from applications.models.slot import Slot, SlotOffer
from applications.models.thread_message import Side, ThreadMessage

__all__ = [
    "Application",
    "Hire",
    "Inquiry",
    "Interview",
    "Message",
    "Side",
    "Slot",
    "SlotOffer",
    "ThreadMessage",
]
