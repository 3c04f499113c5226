"""What the ground keeps no longer than needed: texts of letters, ended logins, codes and links."""

from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet
from django.utils import timezone

from keynet.accounts.models import MailedLink, MailProof
from keynet.outbox.letters import LETTER_KINDS
from keynet.outbox.models import Letter
from keynet.outbox.models.letter import ERASED
from keynet.privacy.retention import rule
from keynet.privacy.stopping import is_stopped

A_ROUND = 5000
UNDER_WAY = (Letter.Status.PENDING, Letter.Status.SENDING)


def forget_letter_texts() -> int:
    """Wipe the texts of one round of old letters, and the addresses of very old ones; return how many letters.

    An address that somebody typed and nobody proved goes with the text: its person may never have heard of us.
    """
    if is_stopped():
        return 0
    settled = Letter.objects.exclude(status__in=UNDER_WAY)
    with_text = settled.filter(created_at__lt=rule("letter_text").before()).exclude(
        body="", stop_url="", last_error=""
    )
    unproved = [name for name, kind in LETTER_KINDS.items() if kind.unproved]
    with_address = settled.filter(
        Q(created_at__lt=rule("letter_address").before())
        | Q(kind__in=unproved, created_at__lt=rule("letter_text").before())
    ).exclude(recipient__endswith=ERASED)
    wiped = _one_round(with_text).update(body="", stop_url="", last_error="")
    forgotten = list(_one_round(with_address).values_list("pk", flat=True))
    Letter.objects.filter(pk__in=forgotten).erase()
    return wiped + len(forgotten)


def _one_round(letters: QuerySet[Letter]) -> QuerySet[Letter]:
    return Letter.objects.filter(pk__in=letters.order_by("created_at").values("pk")[:A_ROUND])


def forget_ended_sessions() -> int:
    """Delete logins, codes and links whose time is long over; return how many."""
    if is_stopped():
        return 0
    ended = Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
    codes = MailProof.objects.filter(expires_at__lt=rule("proof").before()).delete()[0]
    links = MailedLink.objects.filter(expires_at__lt=rule("link").before()).delete()[0]
    return ended + codes + links
