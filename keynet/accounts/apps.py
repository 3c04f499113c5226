"""Accounts as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People."""

    name = "keynet.accounts"
    label = "accounts"
