"""The day of the service: what beat wakes, and why at that hour (times are JST)."""

from datetime import timedelta

from celery.schedules import crontab

BEAT_SCHEDULE = {
    # Waiting events and letters are rows; a short beat is all the wake-up they need, so no request talks to Redis.
    # A tick that could not run in time is dropped: the next one finds the same rows.
    "relay": {"task": "outbox.relay", "schedule": timedelta(seconds=2), "options": {"expires": 10}},
    # Files that office and ministry asked for are rows, too; somebody looks at the page and waits.
    "make_exports": {
        "task": "reports.make_exports",
        "schedule": timedelta(seconds=5),
        "options": {"expires": 10},
    },
    "forget_exports": {"task": "reports.forget_exports", "schedule": crontab(minute=15)},
    "deliver": {"task": "outbox.deliver", "schedule": timedelta(seconds=2), "options": {"expires": 10}},
    # Just after midnight, so that a posting whose last day was yesterday is not offered in the morning; and every hour
    # after it, because a machine that was off at midnight would offer it for another day.
    "close_expired_postings": {"task": "postings.close_expired", "schedule": crontab(minute=5)},
    # Before the office opens at 10: what is due today.
    "queue_of_the_day": {"task": "postings.queue_of_the_day", "schedule": crontab(hour=8, minute=30)},
    # In the morning, when somebody is there to answer; in short rounds, because a day's letters may be thousands and a
    # machine may have been off at nine.
    "ask_and_end": {"task": "postings.ask_and_end", "schedule": crontab(hour="9-16", minute="*/5")},
    "remind_of_last_days": {
        "task": "postings.remind_of_last_days",
        "schedule": crontab(hour="9-16", minute="2-57/5"),
    },
    # At noon, apart from the morning's letters; in rounds, and again in the afternoon for a machine that was off.
    "remind_of_training": {
        "task": "reports.remind_of_training",
        "schedule": crontab(hour="12-16", minute="4-59/5"),
    },
    # A day's changes are some hundred thousand small numbers at most; added up in time, no page ever sums a long list.
    "compact_tallies": {"task": "postings.compact_tallies", "schedule": timedelta(minutes=10)},
    # While somebody is at the desk to help; each person once, so that the hours only catch up.
    "remind_of_first_login": {
        "task": "facilities.remind_of_first_login",
        "schedule": crontab(hour="9-16", minute=20),
    },
    "forget_invitations": {"task": "facilities.forget_invitations", "schedule": crontab(hour=3, minute=5)},
    # Who withdraws has half an hour to think again; a minute later the facility knows.
    "let_go_of_leaving": {"task": "applications.let_go", "schedule": timedelta(minutes=1)},
    # The same half hour on the facility's side: refusals that were not called back.
    "tell_refused": {"task": "applications.tell_refused", "schedule": timedelta(minutes=1)},
    # When clerks are there to answer; a round that comes twice, or after days off, writes nothing twice.
    "break_silence": {"task": "applications.break_silence", "schedule": crontab(hour="9-16", minute=40)},
    # At night, when nobody types: abandoned drafts and unproved applications go.
    "forget_abandoned": {"task": "postings.forget_abandoned", "schedule": crontab(hour=3, minute=10)},
    "forget_unproved_applications": {
        "task": "applications.forget_unproved",
        "schedule": crontab(hour=3, minute=20),
    },
    # Then whose time is over, in rounds of some seconds: a backlog of thousands is done before morning, and a round that
    # dies leaves its people to the next one.
    "mask_ended_applications": {
        "task": "applications.mask_ended",
        "schedule": crontab(hour=3, minute="30-55/5"),
    },
    # In the morning of a working machine: facilities whose applicants' data goes within a month; once for each month.
    "announce_masking": {"task": "applications.announce_masking", "schedule": crontab(hour=9, minute=20)},
    # Texts that were sent, logins that ended, people who are gone (keynet/privacy/retention.py says when).
    "forget_letter_texts": {
        "task": "privacy.forget_letter_texts",
        "schedule": crontab(hour=2, minute="*/10"),
    },
    "forget_ended_sessions": {
        "task": "privacy.forget_ended_sessions",
        "schedule": crontab(hour=3, minute=45),
    },
    # Whoever was erased since the last backup is known to this file only, when the backup comes back.
    "copy_erasures": {"task": "privacy.copy_erasures", "schedule": timedelta(minutes=10)},
    "forget_people": {"task": "applications.forget_people", "schedule": crontab(hour=3, minute=50)},
    "forget_readings": {"task": "applications.forget_readings", "schedule": crontab(hour=3, minute=35)},
    # Somebody who takes data away does not need a day for it.
    "watch_readings": {"task": "applications.watch_readings", "schedule": timedelta(minutes=5)},
    "mask_complaints": {"task": "postings.mask_complaints", "schedule": crontab(hour=3, minute=15)},
    # Saved conditions that nobody said yes to within a week.
    "forget_unstarted_conditions": {
        "task": "alerts.forget_unstarted",
        "schedule": crontab(hour=3, minute=25),
    },
    # Before people leave for work: what was published up to 6:50. In rounds of some seconds until everybody is told; a
    # round that finds nobody due is one small query, and a machine that was off at seven catches up until evening.
    "write_digests": {
        "task": "alerts.write_digests",
        "schedule": crontab(hour="7-20"),
        "options": {"expires": 50},
    },
    # After the night's work, before anybody comes: a row that must not exist is found within a day.
    "check_invariants": {"task": "keynet.check_invariants", "schedule": crontab(hour=4, minute=30)},
}
