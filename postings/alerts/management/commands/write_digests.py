"""manage.py write_digests: what the morning's task does, at once and to the end."""

from typing import Any

from django.core.management.base import BaseCommand

from postings.alerts.conditions.digest import write_digests


class Command(BaseCommand):
    """Writes every letter about saved conditions that is due by now."""

    help = "Writes the letters about saved conditions that are due; safe to repeat, nobody is told twice."

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until everybody has been told."""
        self.stdout.write(f"{write_digests(seconds=float('inf'))} letters were written.")
