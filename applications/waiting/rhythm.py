"""How long silence is borne, and who is spoken to meanwhile: one place."""

from datetime import timedelta

REMINDED_AFTER = (3, 7)
"""Business days without an answer after which the facility is reminded (docs/decisions/0013)."""

OFFER_SILENT = timedelta(days=14)
"""After so long without a word about an offer the applicant is asked once."""

LAPSES_AFTER = timedelta(days=60)
"""After so long without a move an application lapses (as in les-emplois)."""

NOTICE = timedelta(days=7)
"""So long before it the facility is told, by a letter that left."""

RESULT_ASKED_EVERY = timedelta(days=30)
"""How often the result of a direct selection (自治体との直接選考) is asked for: it is due and never lapses."""
