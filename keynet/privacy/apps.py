"""Privacy as a Django app."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """The ledger of erasures and the switch that stops them."""

    name = "keynet.privacy"
    label = "privacy"
