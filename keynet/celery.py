"""Celery wakes the outbox and runs the day's work; what must be done stands in PostgreSQL, never in a message."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "keynet.settings")
app = Celery("keynet")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(
    [
        "keynet",
        "keynet.outbox",
        "keynet.privacy",
        "facilities",
        "postings",
        "postings.alerts",
        "applications",
        "applications.reports",
        "nursecenter",
    ]
)
