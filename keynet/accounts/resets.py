"""A lost second step: the office takes it off after it has made sure who calls, and everybody concerned is told."""

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.crypto import get_random_string

from keynet.accounts.devices import end_devices
from keynet.accounts.letters import SECOND_FACTOR_RESET
from keynet.accounts.models import User
from keynet.outbox.events import record
from keynet.outbox.letters import write_letter

BODIES = {"office": "運営事務局", "ministry": "厚生労働省"}


def may_reset(by: User, user: User) -> bool:
    """Return whether one may take off another's: the ministry for the office and itself, the office for all others."""
    inside = any(user.serves(body) for body in BODIES)
    return by.pk != user.pk and by.serves("ministry" if inside else "office")


def reset_second_factor(user: User, *, by: User, checked: str) -> None:
    """Take off login app, passkeys and codes and sign the person out everywhere; `checked` says how one made sure.

    Raises PermissionDenied. The person is told at once, admins of their facilities by the reaction to the event.
    """
    if not may_reset(by, user):
        raise PermissionDenied("not whose second step this person takes off")
    with transaction.atomic():
        Authenticator.objects.filter(user=user).delete()
        end_devices(user)
        record("account.second_factor_reset", subject=user, actor=by.actor_key, checked=checked)
        body = next(name for key, name in BODIES.items() if by.serves(key))
        write_letter(
            SECOND_FACTOR_RESET,
            about=user,
            to=user.email,
            to_name=user.name,
            context={"body": body},
            period=get_random_string(32),
        )
