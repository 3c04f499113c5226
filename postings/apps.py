"""Postings as a Django app."""

from django.apps import AppConfig


class PostingsConfig(AppConfig):
    """Postings."""

    name = "postings"
