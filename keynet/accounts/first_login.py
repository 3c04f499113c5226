"""The first login: a one-time link of seven days instead of a password in a mail (domain.md D.1)."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import transaction

from keynet.accounts.models import MailedLink, User
from keynet.accounts.models.mailed_link import issue_link, open_link, withdraw_links
from keynet.outbox.events import record

VALID_FOR = timedelta(days=7)


def issue_first_login(user: User) -> str:
    """Return the token of a fresh link; an earlier one stops working."""
    withdraw_links(MailedLink.Purpose.FIRST_LOGIN, user)
    return issue_link(MailedLink.Purpose.FIRST_LOGIN, user, valid_for=VALID_FOR)


def withdraw_first_login(user: User) -> None:
    """Let no mailed link set the password of somebody who has chosen one in another way."""
    withdraw_links(MailedLink.Purpose.FIRST_LOGIN, user)


def open_first_login(token: str) -> User:
    """Return the person of a link; raises LinkGone (unknown, used, expired)."""
    link = open_link(MailedLink.Purpose.FIRST_LOGIN, token)
    return User.objects.get(pk=link.subject_id)


def finish_first_login(token: str, password: str) -> User:
    """Set the password and use the link up, together; raises LinkGone when somebody was faster."""
    with transaction.atomic():
        link = open_link(MailedLink.Purpose.FIRST_LOGIN, token)
        link.use_up()
        user = User.objects.get(pk=link.subject_id)
        begin_account(user, password)
    return user


def has_begun(user: User) -> bool:
    """Return whether somebody signs in already: by a password, or without one by a mailed number or a passkey."""
    proved = EmailAddress.objects.filter(user=user, verified=True)
    return user.has_usable_password() or proved.exists()


def begin_account(user: User, password: str) -> None:
    """Set the first password of somebody whom a mailed link has reached: the address is proved with it.

    Runs in the transaction that uses the link up.
    """
    user.set_password(password)
    user.save(update_fields=["password"])
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    record("account.first_login", subject=user, actor=user.actor_key)
