"""Alerts as a Django app."""

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    """Recipients of news about postings."""

    name = "postings.alerts"
    label = "alerts"

    def ready(self) -> None:
        """Register the kinds of letter."""
        from postings.alerts import letters  # noqa: F401  (importing registers them)
