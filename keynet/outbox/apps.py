"""The outbox as a Django app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Events and letters."""

    name = "keynet.outbox"
    label = "outbox"
