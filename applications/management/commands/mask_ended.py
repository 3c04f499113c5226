"""manage.py mask_ended [--erase] [--confirmed]: counts who is due; with --erase the night's work at once, to the end."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from applications.masking import STOPPED, TOO_MANY, due, mask_ended, what_holds_it

WHY = {
    STOPPED: "The office has stopped all erasing (/office/privacy/): nothing was changed.",
    TOO_MANY: "More than 2 % of all people are due. Check the clock and RETENTION_DAYS, then add --confirmed.",
}


class Command(BaseCommand):
    """Counts all whose time is over, or masks them."""

    help = "Counts the applications and inquiries whose time is over; --erase overwrites their personal data."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --erase and --confirmed."""
        parser.add_argument("--erase", action="store_true", help="erase them; without it nothing is changed")
        parser.add_argument("--confirmed", action="store_true", help="also when it is unusually many")

    def handle(self, *args: Any, **options: Any) -> None:
        """Count; then run round after round until one finds nobody it can mask."""
        applications, inquiries = due()
        self.stdout.write(f"{applications.count()} applications and {inquiries.count()} inquiries are due.")
        if not options["erase"]:
            self.stdout.write("Nothing was changed; --erase erases them.")
            return
        held = what_holds_it()
        if held == STOPPED or (held and not options["confirmed"]):
            raise CommandError(WHY[held])
        masked = 0
        while in_this_round := mask_ended(confirmed=options["confirmed"]):
            masked += in_this_round
        self.stdout.write(f"{masked} were masked; {applications.count() + inquiries.count()} are left.")
