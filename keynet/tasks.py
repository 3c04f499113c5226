"""What the clock wakes for the service as a whole."""

import logging

from celery import shared_task

from keynet.invariants import check

logger = logging.getLogger(__name__)


@shared_task(name="keynet.check_invariants")
def check_invariants() -> int:
    """Ask the data what must always be true; return how many invariants do not hold, each one an error in the log."""
    found = check()
    for invariant, rows in found:
        logger.error(
            "%s %s: %s rows do not fit, e.g. %s", invariant.code, invariant.sentence, len(rows), rows[:5]
        )
    return len(found)
