"""Opening an account: an address first, a mailed link, then a name. The page never tells whether an address is known.

Nothing is stored of an address that nobody has proved: the link carries it, signed, for half an hour.
"""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.core import signing
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.crypto import get_random_string

from keynet.accounts.letters import SIGN_UP
from keynet.accounts.limits import demand_patience
from keynet.accounts.models import User
from keynet.accounts.models.mailed_link import LinkGone
from keynet.outbox.events import record
from keynet.outbox.letters import write_letter

VALID_FOR = timedelta(minutes=30)
SALT = "keynet.accounts.sign_up"


def ask_for_account(address: str) -> None:
    """Mail the link, or to somebody with an account the way to the login: one letter either way; raises TooManyMails."""
    address = address.lower()
    with transaction.atomic():
        demand_patience(address)
        path = reverse("accounts:new", args=[signing.dumps(address, salt=SALT)])
        known = User.objects.filter(email=address).exists()
        write_letter(
            SIGN_UP,
            about=User(pk=0),
            to=address,
            context={"path": path, "known": known},
            period=get_random_string(32),
        )


def proved_address(token: str) -> str:
    """Return the address that a link proves; raises LinkGone (unknown, expired, used: the account is there)."""
    try:
        address: str = signing.loads(token, salt=SALT, max_age=VALID_FOR)
    except signing.SignatureExpired as error:
        raise LinkGone("expired") from error
    except signing.BadSignature as error:
        raise LinkGone("unknown") from error
    if User.objects.filter(email=address).exists():
        raise LinkGone("used")
    return address


def open_account(token: str, *, name: str, password: str) -> User:
    """Create the person of a link; without a password they sign in by a mailed number. Raises LinkGone."""
    address = proved_address(token)
    try:
        with transaction.atomic():
            user = User.objects.create_user(address, password or None, name=name)
            EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
            record("account.opened", subject=user, actor=user.actor_key)
    except IntegrityError as error:  # the same link, pressed twice
        raise LinkGone("used") from error
    return user
