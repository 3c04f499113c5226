"""What beat wakes: shells over the relay and the postman."""

from celery import shared_task

from keynet.outbox import postman, relay


@shared_task(name="outbox.relay")
def run_relay() -> int:
    """Handle waiting events."""
    # The roof is looked up when the task runs: the outbox itself knows no reaction.
    from django.utils.module_loading import import_string

    return relay.run(import_string("keynet.reactions.REACTIONS"))


@shared_task(name="outbox.deliver")
def deliver() -> int:
    """Send due letters."""
    return postman.deliver()
