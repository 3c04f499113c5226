"""manage.py load_reference: what every installation needs before its first visitor; safe to run again."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from facilities.reference import load_desks
from nursecenter.importing import ensure_shipped_report
from postings import wages
from postings.search.synonyms import load_synonyms

# 別紙3 of the circular of 2021-05-26, the product's own copy; its last column prints each center's telephone.
NURSE_CENTERS = Path("nursecenter/data/nursecenter_2021-05-16.csv")
REPORTED_ON = date(2021, 5, 19)


class Command(BaseCommand):
    """Adds desks, the nurse centers' table and minimum wages that are missing; never changes what is there."""

    help = "Adds the desks of the 47 prefectures that are missing, and publishes the nurse centers' table of 2021."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run."""
        with (settings.BASE_DIR / NURSE_CENTERS).open(encoding="utf-8-sig", newline="") as table:
            rows = list(csv.DictReader(table))
        phones = {row["都道府県コード"]: row["連絡先"] for row in rows if row["都道府県コード"]}
        added = load_desks(phones, phones_as_of=REPORTED_ON)
        self.stdout.write(f"{added} desks added.")
        self.stdout.write(f"{load_synonyms()} groups of synonyms added.")
        # After the desks, whose telephones it is compared with.
        ensure_shipped_report()
        self.stdout.write(f"{wages.load_shipped()} minimum wages added.")
