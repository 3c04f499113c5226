"""manage.py mask_ended [--dry-run] [--confirmed]: what the nightly task does, at once and to the end."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from applications.masking import STOPPED, TOO_MANY, due, mask_ended, what_holds_it

WHY = {
    STOPPED: "The office has stopped all erasing (/office/privacy/): nothing was changed.",
    TOO_MANY: "More than 2 % of all people are due. Check the clock and RETENTION_DAYS, then add --confirmed.",
}


class Command(BaseCommand):
    """Masks all whose time is over, or only counts them."""

    help = "Overwrites the personal data of applications and inquiries whose time is over."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --dry-run and --confirmed."""
        parser.add_argument("--dry-run", action="store_true", help="count them and change nothing")
        parser.add_argument("--confirmed", action="store_true", help="also when it is unusually many")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run round after round until one finds nobody it can mask."""
        applications, inquiries = due()
        self.stdout.write(f"{applications.count()} applications and {inquiries.count()} inquiries are due.")
        if options["dry_run"]:
            self.stdout.write("Dry run: nothing was changed.")
            return
        held = what_holds_it()
        if held == STOPPED or (held and not options["confirmed"]):
            raise CommandError(WHY[held])
        masked = 0
        while in_this_round := mask_ended(confirmed=options["confirmed"]):
            masked += in_this_round
        self.stdout.write(f"{masked} were masked; {applications.count() + inquiries.count()} are left.")
