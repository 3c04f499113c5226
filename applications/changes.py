"""What changed in a posting since an applicant saw it (職業安定法5条の3第3項: changes must be stated before the contract)."""

from applications.models import Application
from postings.differences import Change, changes
from postings.models import Posting, PostingVersion
from postings.wording import NEVER_PUBLIC

NO_TERMS = NEVER_PUBLIC | {
    "program",
    "headcount",
    "publish_to",
    "name_visibility",
    "contact_department",
    "contact_phone",
    "contact_phone_public",
}
"""Fields of the form that are no condition of the work: nobody has to be told when they change."""


def changes_since(version: PostingVersion, posting: Posting) -> list[Change]:
    """Return the changed conditions, in the order of the form; empty when the applicant saw what holds now."""
    if version.number == posting.version:
        return []
    return [change for change in changes(version.terms, posting.terms) if change.field not in NO_TERMS]


def unstated_changes(application: Application, posting: Posting) -> list[Change]:
    """Return what has changed since the applicant was last told: in the terms seen, or in those stated at the offer."""
    told = version_numbered(posting, application.stated_version) if application.stated_version else None
    return changes_since(told or application.version, posting)


def version_numbered(posting: Posting, number: int) -> PostingVersion | None:
    """Return a version by the number a form sent back; None for a number that never was."""
    return posting.versions.filter(number=number).first()
