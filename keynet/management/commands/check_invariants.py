"""manage.py check_invariants: what must always be true of the data; run after every fault and every night."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from keynet.invariants import INVARIANTS, check

MOST_ROWS = 20


class Command(BaseCommand):
    """Says which invariants do not hold and which rows show it; exit status 1 when there is any."""

    help = "Checks what must always be true of the data; exit status 1 when something is not."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run."""
        found = check()
        for invariant, broken in found:
            self.stdout.write(f"{invariant.code} {invariant.sentence} — {len(broken)} rows do not fit:")
            for row in broken[:MOST_ROWS]:
                self.stdout.write(f"  {row}")
        if found:
            sys.exit(1)
        self.stdout.write(f"{len(INVARIANTS)} invariants hold.")
