"""manage.py export_erasures FILE: append to FILE who was erased since the last time."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from keynet.privacy.ledger import export


class Command(BaseCommand):
    """Copies the ledger of erasures to where a lost database cannot take it along."""

    help = "Appends to a file the digests of everybody who was erased since the last time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Append."""
        try:
            added = export(options["file"])
        except (OSError, ValueError) as error:
            raise CommandError(f"Nothing was added to {options['file']}: {error}") from error
        self.stdout.write(f"{added} erasures were added.")
