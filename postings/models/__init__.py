"""The nouns of `postings`, one a file."""

from postings.models.posting import Posting
from postings.models.review import Review
from postings.models.version import PostingVersion

__all__ = ["Posting", "PostingVersion", "Review"]
