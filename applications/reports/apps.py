"""Reports as a Django app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Training reports."""

    name = "applications.reports"
    label = "reports"
