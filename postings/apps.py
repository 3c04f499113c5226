"""Postings as a Django app."""

from django.apps import AppConfig


class PostingsConfig(AppConfig):
    """Postings."""

    name = "postings"

    def ready(self) -> None:
        """Register the kinds of letter."""
        from postings.check import letters as office_letters  # noqa: F401  (declaring a kind registers it)
        from postings.complaints import letters as complaint_letters  # noqa: F401
        from postings.upkeep.freshness import letters as freshness_letters  # noqa: F401
