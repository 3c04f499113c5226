"""People with logins who are gone: seekers after two years without one, colleagues two years after they left.

A seeker's account goes whole, after two letters; somebody who acted for an organisation stays as a number, because what
was done stays on record.
"""

from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils import timezone

from applications.mine.closing import StillWorks, close_account
from applications.safekeeping.letters import ACCOUNT_ENDS
from facilities.models import Membership
from keynet.accounts.models import Appointment, User
from keynet.lifecycle import Clock
from keynet.outbox.events import record
from keynet.outbox.letters import write_letter
from keynet.outbox.models import Letter
from keynet.outbox.models.letter import ERASED
from keynet.privacy.ledger import remember
from keynet.privacy.retention import rule
from keynet.privacy.stopping import is_stopped

A_ROUND = 200
FORMER = "（離れた担当者）"
WARNED = (30, 7)
"""Days before the end of a seeker's account on which a letter leaves; a login calls it off."""


def forget_people() -> int:
    """Warn seekers, delete whose time is over, mask who left two years ago; return how many went."""
    if is_stopped():
        return 0
    for days in WARNED:
        for user in seekers().filter(seen_at__lt=rule("seeker").before() + timedelta(days=days)).iterator():
            _warn(user, days)
    over = seekers().filter(seen_at__lt=rule("seeker").before()).values_list("pk", flat=True)
    left = former().order_by("pk").values_list("pk", flat=True)
    return sum(_close(pk) for pk in list(over)) + sum(mask(pk) for pk in list(left[:A_ROUND]))


def seekers() -> QuerySet[Any]:
    """Return people who never acted for an organisation, with the last time they came."""
    works = Q(Exists(Membership.objects.filter(user=OuterRef("pk")))) | Q(
        Exists(Appointment.objects.filter(user=OuterRef("pk")))
    )
    return User.objects.exclude(works).annotate(seen_at=Coalesce("last_login", "date_joined")).order_by("pk")


def former() -> QuerySet[User]:
    """Return people who act for nobody any more since before the rule's time, and have not come since."""
    before = rule("member").before()
    present = Q(Exists(Membership.objects.filter(user=OuterRef("pk"), left_at=None))) | Q(
        Exists(Appointment.objects.filter(user=OuterRef("pk"), ended_at=None))
    )
    left = Greatest(Max("memberships__left_at"), Max("appointments__ended_at"))
    gone = User.objects.exclude(present).annotate(left_at=left).filter(left_at__lt=before)
    return gone.filter(Q(last_login=None) | Q(last_login__lt=before)).exclude(email__endswith=ERASED)


def mask(pk: int) -> bool:
    """Leave of somebody who left an organisation nothing but the number by which the record names them."""
    with transaction.atomic():
        user = (
            User.objects.select_for_update(no_key=True).exclude(email__endswith=ERASED).filter(pk=pk).first()
        )
        if user is None:
            return False
        remember(user)
        user.email, user.name, user.is_active = f"{pk}{ERASED}", FORMER, False
        user.set_unusable_password()
        user.save(update_fields=["email", "name", "is_active", "password"])
        for rows in (EmailAddress.objects, Authenticator.objects, UserSession.objects):
            rows.filter(user=user).delete()
        record("person.masked", subject=user, actor=Clock().actor_key)
    return True


def known_people() -> QuerySet[User]:
    """Return everybody with a login whose name is known."""
    return User.objects.exclude(email__endswith=ERASED)


def erase_again(pk: int) -> bool:
    """Erase somebody whom a restored backup brought back (keynet.privacy.ledger)."""
    user = User.objects.get(pk=pk)
    try:
        close_account(user, withdraw=False)
    except StillWorks:
        return mask(pk)
    return True


def _warn(user: Any, days: int) -> None:
    """Write once for each silence; a login begins another one."""
    ends = timezone.localdate(user.seen_at + rule("seeker").period)
    soonest = timezone.localdate() + timedelta(days=min(WARNED))
    context = {"ends": max(ends, soonest), "url": settings.SITE_URL + reverse("account_login")}
    write_letter(ACCOUNT_ENDS, about=user, to=user.email, context=context, period=_period(user, days))


def _close(pk: int) -> bool:
    """Delete one account, unless its person has come back or its last letter is not a week old."""
    with transaction.atomic():
        held = User.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=pk)
        user = seekers().filter(pk__in=[one.pk for one in held], seen_at__lt=rule("seeker").before()).first()
        last = min(WARNED)
        read_by = timezone.now() - timedelta(days=last)
        warned = Letter.objects.filter(
            kind=ACCOUNT_ENDS.name, subject=f"user:{pk}", period=_period(user, last), created_at__lte=read_by
        )
        if user is None or not warned.exists():
            return False
        close_account(user, withdraw=False)
    return True


def _period(user: Any, days: int) -> str:
    return f"{days}:{user.seen_at:%Y-%m-%d}" if user else ""
