"""Alerts as a Django app."""

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    """Recipients of news about postings."""

    name = "postings.alerts"
    label = "alerts"

    def ready(self) -> None:
        """Register the kinds of letter, and what follows an address that changes."""
        from keynet.accounts.address import MOVES
        from postings.alerts import letters  # noqa: F401  (importing registers them)
        from postings.alerts.conditions.moving import follow

        MOVES.append(follow)
