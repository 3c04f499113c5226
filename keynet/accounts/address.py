"""Changing one's own mail address: a link proves the new one, the former one is told, and what hung on it follows.

As at the sign-up nothing is stored of an address that nobody has proved: the link carries it, signed, for half an hour.
A facility's registered address is another matter: two officers change it (facilities/access.py).
"""

from collections.abc import Callable

from allauth.account.models import EmailAddress
from django.core import signing
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.crypto import get_random_string

from keynet.accounts.first_login import withdraw_first_login
from keynet.accounts.letters import ADDRESS_CHANGED, NEW_ADDRESS
from keynet.accounts.limits import demand_patience
from keynet.accounts.models import User
from keynet.accounts.models.mailed_link import LinkGone
from keynet.accounts.sign_up import VALID_FOR
from keynet.outbox.events import record
from keynet.outbox.letters import write_letter

SALT = "keynet.accounts.address"

MOVES: list[Callable[[User, str], None]] = []
"""Filled by the apps' configs: what was kept under the former address (the second argument) follows to the new one."""


def ask_for_address(user: User, address: str) -> None:
    """Mail the link to the new address; one letter whether or not it has an account. Raises TooManyMails."""
    address = address.lower()
    with transaction.atomic():
        demand_patience(address)
        token = signing.dumps([user.pk, user.email, address], salt=SALT)
        known = User.objects.filter(email=address).exists()
        write_letter(
            NEW_ADDRESS,
            about=user,
            to=address,
            context={"path": reverse("accounts:new_address", args=[token]), "known": known},
            period=get_random_string(32),
        )


def proved_address(token: str, user: User) -> str:
    """Return the new address that a link proves to be the person's.

    Raises LinkGone (unknown, expired, stranger: another person's link, used, taken: it has an account meanwhile).
    """
    try:
        owner, former, address = signing.loads(token, salt=SALT, max_age=VALID_FOR)
    except signing.SignatureExpired as error:
        raise LinkGone("expired") from error
    except signing.BadSignature as error:
        raise LinkGone("unknown") from error
    if owner != user.pk:
        raise LinkGone("stranger")
    if former != user.email:
        raise LinkGone("used")
    if User.objects.filter(email=address).exists():
        raise LinkGone("taken")
    return str(address)


def change_address(token: str, user: User) -> None:
    """Make the proved address the person's login and tell both addresses; raises LinkGone."""
    with transaction.atomic():
        person = User.objects.select_for_update(no_key=True).get(pk=user.pk)
        former, person.email = person.email, proved_address(token, person)
        try:
            with transaction.atomic():
                person.save(update_fields=["email"])
                EmailAddress.objects.filter(user=person).delete()
                EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        except IntegrityError as error:  # somebody opened an account with it in this very moment
            raise LinkGone("taken") from error
        withdraw_first_login(person)
        for move in MOVES:
            move(person, former)
        event = record("account.address_changed", subject=person, actor=person.actor_key)
        for address in (former, person.email):
            context = {"is_former": address == former}
            write_letter(ADDRESS_CHANGED, about=person, to=address, context=context, period=str(event.pk))
