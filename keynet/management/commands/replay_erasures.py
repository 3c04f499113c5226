"""manage.py replay_erasures FILE: after a restore, erase again who had been erased."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from keynet.privacy.ledger import read, replay
from keynet.privacy.stopping import is_stopped


class Command(BaseCommand):
    """Reads the ledger's file; rows that the backup brought back are masked as they were."""

    help = "Erases again everybody whom a restored backup brought back; run it before the site is opened."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Replay; twice is the same as once."""
        if is_stopped():
            raise CommandError("The backup holds a stop of all erasing: lift it at /office/privacy/ first.")
        try:
            lines = read(options["file"])
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{replay(lines)} of {len(lines)} had come back and were erased again.")
