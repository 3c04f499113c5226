"""Applications as a Django app."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Applications, inquiries, hires."""

    name = "applications"

    def ready(self) -> None:
        """Register the kinds of letter, and what waits for a facility on its home."""
        from applications import letters  # noqa: F401  (declaring a kind registers it)
        from applications.todo import todos_of_inbox
        from applications.waiting import letters as of_silence  # noqa: F401  (the same)
        from postings.upkeep.todo import SOURCES

        SOURCES.append(todos_of_inbox)
