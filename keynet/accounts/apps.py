"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People."""

    name = "keynet.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Register the kinds of letter."""
        from keynet.accounts import letters  # noqa: F401  (declaring a kind registers it)
