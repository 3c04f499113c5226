"""Nurse centers as a Django app."""

from django.apps import AppConfig


class NursecenterConfig(AppConfig):
    """Nurse centers."""

    name = "nursecenter"
