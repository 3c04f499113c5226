"""The terms of a posting, one abstract model for each block of the form (domain.md B.2)."""

from postings.models.terms.conditions import ConditionTerms
from postings.models.terms.intake import IntakeTerms
from postings.models.terms.pay import PayTerms
from postings.models.terms.work import WorkTerms

BLOCKS = {"work": WorkTerms, "conditions": ConditionTerms, "pay": PayTerms, "intake": IntakeTerms}
"""Block name (as in the URL) → its terms."""

__all__ = ["BLOCKS", "ConditionTerms", "IntakeTerms", "PayTerms", "WorkTerms"]
