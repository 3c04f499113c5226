"""The nouns of `applications`, one a file."""

from applications.models.application import Application
from applications.models.hire import Hire
from applications.models.inquiry import Inquiry
from applications.models.message import Message

__all__ = ["Application", "Hire", "Inquiry", "Message"]
