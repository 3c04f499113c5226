"""Fill an empty demonstration with fictional postings and people."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from keynet.demo.cast import logins
from keynet.demo.seed import SEED, is_seeded, seed_demo


class Command(BaseCommand):
    """Seed the demonstration."""

    help = "Write about 300 fictional postings and the cast (only with DEMO=1, only once)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the seed number, and --cast to print the logins."""
        parser.add_argument("--seed", type=int, default=SEED)
        parser.add_argument(
            "--cast", action="store_true", help="print the demonstration logins and do nothing else"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse outside a demonstration; do nothing when it is already there."""
        if options["cast"]:
            self.stdout.write(logins() if is_seeded() else "The demonstration has not been seeded.")
            return
        if not settings.DEMO:
            raise CommandError(
                "This is not a demonstration (DEMO is not 1): fictional postings stay out of it."
            )
        if is_seeded():
            self.stdout.write("The demonstration is already there.")
            return
        made = seed_demo(options["seed"])
        self.stdout.write(", ".join(f"{count} {what}" for what, count in made.items()))
