"""The person's mail address changed: applications and questions follow, and so do the letters about them."""

from django.db.models import Exists, OuterRef

from applications.links import PURPOSES, holder
from applications.models import Application, Inquiry
from keynet.accounts.models import User
from keynet.accounts.models.mailed_link import expire_links
from keynet.outbox.events import record


def follow(user: User, former: str) -> None:
    """Move what belongs to the account from the former address to the present one, in the transaction of the change.

    Links in the former mailbox stop working: whoever reads it now is not necessarily the person. An application stays
    behind whose posting the new address has applied to as well: one each is the rule.
    """
    rival = Application.objects.active().filter(posting=OuterRef("posting"), email__iexact=user.email)
    applications = Application.objects.at(former).exclude(Exists(rival)).order_by("pk")
    for application in applications.select_for_update(of=("self",), no_key=True):
        _move(application, user)
        record("application.address_changed", subject=application, actor=holder(application).actor_key)
    for inquiry in Inquiry.objects.at(former).order_by("pk").select_for_update(of=("self",), no_key=True):
        _move(inquiry, user)
        record("inquiry.address_changed", subject=inquiry, actor=holder(inquiry).actor_key)


def _move(row: Application | Inquiry, user: User) -> None:
    row.email = user.email
    row.save(update_fields=["email"])
    expire_links(PURPOSES[type(row)], row)
