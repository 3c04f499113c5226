"""manage.py print_retention [FILE]: docs/retention.md from the one table."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from keynet.privacy.retention import RULES
from keynet.privacy.rule import Rule

HEAD = """# How long which data stays

Printed from `keynet/privacy/retention.py` by `bin/manage print_retention`; a test compares them. Columns that can hold
words and hold none about a person are named in `keynet/privacy/impersonal.py`; a column in neither fails the suite.

| what | days | since | what remains | ended by |
|---|---|---|---|---|
"""


class Command(BaseCommand):
    """Writes the document."""

    help = "Writes docs/retention.md from the table of rules."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, nargs="?", default=settings.BASE_DIR / "docs" / "retention.md")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write."""
        options["file"].write_text(HEAD + "".join(_line(one) for one in RULES), encoding="utf-8")


def _line(one: Rule) -> str:
    period = f"`{one.days}` ({one.period.days})" if isinstance(one.days, str) else str(one.days or "–")
    return f"| {one.what} | {period} | {one.since} | {one.remains} | {one.by} |\n"
