"""Alerts as a Django app."""

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    """Recipients of news about postings."""

    name = "postings.alerts"
    label = "alerts"
