"""How often strangers may make the service work or write: by where they sit, and by whom they make it write to.

The limit of a place stops machines, not people: behind one address sit whole hospitals and mobile networks. Its
rates stand in the settings (ACCOUNT_RATE_LIMITS). What keeps mailboxes from being flooded is the limit of an
address, which holds whatever the form and wherever it is sent from (reliability.md 6.3).
"""

from datetime import datetime, timedelta

from allauth.core import ratelimit
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from keynet.outbox.letters import LETTER_KINDS
from keynet.outbox.models import Letter

MAILS = ((timedelta(hours=1), 3), (timedelta(days=1), 10))
"""At most so many letters in a span to one address that nobody has proved."""


class TooMuch(Exception):
    """A limit is reached; nothing happened, and `sentence` says in a form what to do."""

    sentence: str


class TooManyFromHere(TooMuch):
    """The sender's place has used up an action for this hour."""

    sentence = "続けて送られたため、いったん止めています。1時間ほど待ってから、もう一度送ってください"


class TooManyMails(TooMuch):
    """The address has been sent enough; `again_at` says when the next letter may leave."""

    def __init__(self, again_at: datetime) -> None:
        super().__init__(f"again at {again_at:%H:%M}")
        self.again_at = again_at
        self.sentence = (
            "このメールアドレスには、続けてメールを送りました。"
            f"{timezone.localtime(again_at):%-m月%-d日%-H時%-M分}を過ぎてから、もう一度送ってください"
        )


def demand_place(request: HttpRequest, action: str) -> None:
    """Count one use of an action (application, inquiry, registration) from the sender's place; raises TooManyFromHere."""
    if not ratelimit.consume(request, action=action):
        raise TooManyFromHere


def turned_away(request: HttpRequest) -> HttpResponse:
    """Return the page (429) for a button beside which nothing was typed."""
    return ratelimit.respond_429(request)


def demand_patience(address: str) -> None:
    """Allow one more letter to an unproved address, in the transaction that writes it; raises TooManyMails."""
    address = address.lower()
    with connection.cursor() as cursor:
        # Rivals for the same address wait here until the first has committed its letter: the count below is exact.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"mails:{address}"])
    now = timezone.now()
    kinds = [name for name, kind in LETTER_KINDS.items() if kind.unproved]
    for span, most in MAILS:
        sent = Letter.objects.filter(kind__in=kinds, recipient__iexact=address, created_at__gt=now - span)
        times = list(sent.order_by("-created_at").values_list("created_at", flat=True)[:most])
        if len(times) == most:
            raise TooManyMails(times[-1] + span)
