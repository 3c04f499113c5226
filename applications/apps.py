"""Applications as a Django app."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Applications, inquiries, hires."""

    name = "applications"
