"""manage.py trace_file LINE: which file of applicants a leaked line is from, who took it, and who stands in it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from applications.tracing import people_in, trace


class Command(BaseCommand):
    """Prints numbers and logins, no applicant's name."""

    help = "Finds the files of applicants that a leaked line may be from: who took them, when, and who stands in them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the line, or any part of it with a number, an address or a phone in it."""
        parser.add_argument("line")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each file."""
        files = trace(options["line"])
        if not files:
            raise CommandError("No file of applicants holds such a line.")
        for file in files:
            people = people_in(file)
            self.stdout.write(
                f"{file.number}  {timezone.localtime(file.at):%Y-%m-%d %H:%M}  {file.facility}\n"
                f"  taken by: {file.taken_by.name} <{file.taken_by.email}> ({file.taken_by.actor_key})\n"
                f"  for: {file.purpose}\n"
                f"  {len(people)} people: {' '.join(row.number for row in people)}"
            )
