"""What the clock wakes."""

from celery import shared_task

from applications import forgetting, leaving, masking, refusing
from applications.safekeeping import announcing, contacts, people, readings, watching
from applications.waiting import lapsing, reminding


@shared_task(name="applications.forget_unproved")
def forget_unproved() -> int:
    """Forget what nobody proved within three days."""
    return forgetting.forget_unproved()


@shared_task(name="applications.mask_ended")
def mask_ended() -> int:
    """Mask one round of the people whose posting ended so long ago, and of its contacts."""
    return masking.mask_ended() + contacts.mask_contacts()


@shared_task(name="applications.let_go")
def let_go() -> int:
    """Make the withdrawals whose half hour is over."""
    return leaving.let_go()


@shared_task(name="applications.tell_refused")
def tell_refused() -> int:
    """Tell those whose facility has decided half an hour ago."""
    return refusing.tell_due()


@shared_task(name="applications.break_silence")
def break_silence() -> int:
    """Remind who owes a word, and end what has been silent for sixty days."""
    reminded = reminding.remind_facilities() + reminding.remind_of_offers() + reminding.ask_for_results()
    return reminded + lapsing.warn_and_lapse()


@shared_task(name="applications.announce_masking")
def announce_masking() -> int:
    """Tell facilities whose data goes within a month."""
    return announcing.announce()


@shared_task(name="applications.forget_people")
def forget_people() -> int:
    """Warn and forget people whose accounts nobody uses."""
    return people.forget_people()


@shared_task(name="applications.watch_readings")
def watch_readings() -> int:
    """Tell a facility's admins of unusual reading."""
    return watching.watch()


@shared_task(name="applications.forget_readings")
def forget_readings() -> int:
    """Delete what was read three years ago."""
    return readings.forget_old()
