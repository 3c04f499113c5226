"""manage.py mask_ended [--dry-run]: what the nightly task does, at once and to the end."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from applications.masking import due, mask_ended


class Command(BaseCommand):
    """Masks all whose time is over, or only counts them."""

    help = "Overwrites the personal data of applications and inquiries whose time is over."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --dry-run."""
        parser.add_argument("--dry-run", action="store_true", help="count them and change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run round after round until one finds nobody it can mask."""
        applications, inquiries = due()
        self.stdout.write(f"{applications.count()} applications and {inquiries.count()} inquiries are due.")
        if options["dry_run"]:
            self.stdout.write("Dry run: nothing was changed.")
            return
        masked = 0
        while in_this_round := mask_ended():
            masked += in_this_round
        self.stdout.write(f"{masked} were masked; {applications.count() + inquiries.count()} are left.")
