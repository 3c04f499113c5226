"""The nouns of `postings`, one a file."""

from postings.models.complaint import Complaint
from postings.models.posting import Posting
from postings.models.review import Review
from postings.models.version import PostingVersion

__all__ = ["Complaint", "Posting", "PostingVersion", "Review"]
