"""Applications as a Django app."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Applications, inquiries, hires."""

    name = "applications"

    def ready(self) -> None:
        """Register the kinds of letter."""
        from applications import letters  # noqa: F401  (declaring a kind registers it)
