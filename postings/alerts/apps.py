"""Alerts as a Django app."""

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    """Recipients of news about postings."""

    name = "postings.alerts"
    label = "alerts"

    def ready(self) -> None:
        """Register the kinds of letter, what follows an address that changes, and who is erased."""
        from keynet.accounts.address import MOVES
        from keynet.privacy.ledger import ERASABLES, Erasable
        from postings.alerts import letters  # noqa: F401  (importing registers them)
        from postings.alerts.conditions.managing import forget_again, stop_again
        from postings.alerts.conditions.moving import follow
        from postings.alerts.models import SavedCondition, Subscriber

        MOVES.append(follow)
        ERASABLES.append(Erasable(lambda: SavedCondition.objects.started(), stop_again))
        ERASABLES.append(Erasable(lambda: Subscriber.objects.all(), forget_again))
