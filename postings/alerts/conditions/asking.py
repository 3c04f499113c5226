"""Double opt-in: whoever types an address asks, whoever reads its mail starts."""

from contextlib import suppress

from django.db import transaction

from keynet.accounts.limits import demand_patience
from keynet.accounts.models.mailed_link import LinkGone
from keynet.lifecycle import NotNow
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Letter
from postings.alerts.conditions.links import START
from postings.alerts.conditions.stored import in_words, query_of
from postings.alerts.letters import ASKED
from postings.alerts.lifecycle import ConditionStatus
from postings.alerts.models import SavedCondition, Subscriber
from postings.search.criteria import Criteria

MOST = 10
"""Conditions of one address. Only its owner is told when they are full: by then the link has proved who asks."""

KEPT_FOR_DAYS = 7
"""How long a condition waits for its owner's yes (ui.md 4.1)."""


class TooManyConditions(Exception):
    """The address has as many conditions as one may have; nothing was started."""


def ask(criteria: Criteria, *, address: str, frequency: str, once: str) -> None:
    """Mail the link that starts a condition. All the same is done for addresses that are known and that are not.

    `once` names the request, so that its repetition mails nothing. Raises TooManyMails.
    """
    with transaction.atomic():
        if Letter.objects.filter(kind=ASKED.name, period=once[:40]).exists():
            return
        demand_patience(address)  # rivals for the address wait here
        subscriber = Subscriber.objects.at(address).locked().first()
        if subscriber is None:
            subscriber = Subscriber.objects.create(address=address)
        condition = _waiting(subscriber, criteria, frequency)
        context = {
            "condition": in_words(criteria),
            "frequency": SavedCondition(frequency=frequency).get_frequency_display(),
            "url": START.url(condition),
            "days": KEPT_FOR_DAYS,
        }
        write_letter(ASKED, about=subscriber, to=subscriber.address, context=context, period=once[:40])


def start(condition: SavedCondition) -> Subscriber:
    """Say yes for the holder of the link; a second press changes nothing. Raises LinkGone and TooManyConditions."""
    with transaction.atomic():
        subscriber = Subscriber.objects.locked().filter(conditions=condition).first()
        if subscriber is None:  # it was stopped
            raise LinkGone("used")
        others = subscriber.conditions.started().exclude(pk=condition.pk)
        if others.count() >= MOST:
            raise TooManyConditions
        with suppress(NotNow):  # it has started already
            condition.start(by=subscriber.holder)
    return subscriber


def _waiting(subscriber: Subscriber, criteria: Criteria, frequency: str) -> SavedCondition:
    """Return the subscriber's condition of this search. What its owner has started nobody else changes."""
    condition, _is_new = SavedCondition.objects.get_or_create(
        subscriber=subscriber, query=query_of(criteria), defaults={"frequency": frequency}
    )
    if condition.status == ConditionStatus.WAITING and condition.frequency != frequency:
        condition.frequency = frequency
        condition.save(update_fields=["frequency"])
    return condition
