"""The synonyms that the service begins with; from then on the list is the office's."""

import csv
from pathlib import Path

from postings.models import Synonym

FILE = Path(__file__).parent / "data" / "synonyms.csv"


def load_synonyms() -> int:
    """Write the first synonyms where there are none yet, and return how many."""
    if Synonym.objects.exists():
        return 0
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return len(
        Synonym.objects.bulk_create(
            Synonym(words=row["words"].split(), apart=row["apart"].split()) for row in rows
        )
    )
