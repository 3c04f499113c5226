"""The mail address of somebody with an account changed: the letters about saved conditions go to the new one."""

from keynet.accounts.models import User
from postings.alerts.conditions.managing import forget_without_conditions
from postings.alerts.models import Subscriber


def follow(user: User, former: str) -> None:
    """Hand the conditions of the former address to the present one, in the transaction of the change.

    The former address becomes nobody's, and the links in its mailbox stop working. A condition that the new address
    has already is stopped.
    """
    owner = Subscriber.objects.locked().at(former).first()
    if owner is None:
        return
    heir = Subscriber.objects.locked().at(user.email).first() or Subscriber.objects.create(address=user.email)
    known = set(heir.conditions.values_list("query", flat=True))
    for condition in owner.conditions.started():
        if condition.query in known:
            condition.stop(by=owner.holder)
        else:
            condition.subscriber = heir
            condition.save(update_fields=["subscriber"])
    forget_without_conditions(owner)
    forget_without_conditions(heir)
