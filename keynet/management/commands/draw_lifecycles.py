"""Write docs/lifecycles.md from the tables of moves."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from keynet.lifecycle_drawing import draw


class Command(BaseCommand):
    """Draw the lifecycles."""

    help = "Write docs/lifecycles.md from the tables of moves."

    def handle(self, *args: Any, **options: Any) -> None:
        """Overwrite the document."""
        target = settings.BASE_DIR / "docs" / "lifecycles.md"
        target.write_text(draw(), encoding="utf-8")
        self.stdout.write(f"{target} is up to date.")
