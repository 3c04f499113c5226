"""The outbox as a Django app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Events and letters."""

    name = "keynet.outbox"
    label = "outbox"

    def ready(self) -> None:
        """Register the kind of letter that libraries write."""
        from keynet.outbox import backend  # noqa: F401  (a worker never sends through Django, but wipes its secrets)
