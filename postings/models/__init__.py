"""The nouns of `postings`, one a file."""

from postings.models.complaint import Complaint
from postings.models.listing import Listing, Tally
from postings.models.minimum_wage import MinimumWage
from postings.models.posting import Posting
from postings.models.review import Review
from postings.models.saved import SavedPosting
from postings.models.synonym import Synonym
from postings.models.version import PostingVersion

__all__ = [
    "Complaint",
    "Listing",
    "MinimumWage",
    "Posting",
    "PostingVersion",
    "Review",
    "SavedPosting",
    "Synonym",
    "Tally",
]
