"""The nouns of `applications`, one a file."""

from applications.models.answer_template import AnswerTemplate
from applications.models.application import Application
from applications.models.batch import Batch, BatchLine
from applications.models.emergency import Emergency
from applications.models.hire import Hire
from applications.models.hire_day import HireDay
from applications.models.inquiry import Inquiry
from applications.models.interview import Interview
from applications.models.legal_hold import LegalHold
from applications.models.list_file import ListFile
from applications.models.message import Message
from applications.models.note import Note
from applications.models.personal_access import PersonalAccess
from applications.models.reading_alarm import ReadingAlarm
from applications.models.refusal import Refusal
from applications.models.slot import Slot, SlotOffer
from applications.models.thread_message import Side, ThreadMessage

__all__ = [
    "AnswerTemplate",
    "Application",
    "Batch",
    "BatchLine",
    "Emergency",
    "Hire",
    "HireDay",
    "Inquiry",
    "Interview",
    "LegalHold",
    "ListFile",
    "Message",
    "Note",
    "PersonalAccess",
    "ReadingAlarm",
    "Refusal",
    "Side",
    "Slot",
    "SlotOffer",
    "ThreadMessage",
]
