"""What beat wakes exists, and what exists is woken."""

from datetime import timedelta

from celery.schedules import crontab
from django.utils import timezone

from keynet.celery import app
from keynet.schedule import BEAT_SCHEDULE


def test_every_entry_wakes_a_task_and_every_task_has_an_entry() -> None:
    app.loader.import_default_modules()
    tasks = {name for name in app.tasks if not name.startswith("celery.")}
    assert {str(entry["task"]) for entry in BEAT_SCHEDULE.values()} == tasks


def test_a_machine_that_was_off_at_midnight_ends_postings_within_the_hour() -> None:
    schedule = BEAT_SCHEDULE["close_expired_postings"]["schedule"]
    assert isinstance(schedule, crontab)
    assert schedule.remaining_estimate(timezone.localtime()) <= timedelta(hours=1)
