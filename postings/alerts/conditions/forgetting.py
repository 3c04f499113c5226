"""What is kept no longer than needed: conditions that nobody said yes to, and letters that were under way at a stop."""

from datetime import timedelta

from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from keynet.outbox.models import Letter
from keynet.outbox.models.letter import ERASED
from postings.alerts.conditions.asking import KEPT_FOR_DAYS
from postings.alerts.conditions.managing import forget_without_conditions
from postings.alerts.letters import ASKED, DIGEST
from postings.alerts.lifecycle import ConditionStatus
from postings.alerts.models import SavedCondition, Subscriber


def forget_unstarted() -> int:
    """Forget what was not started within seven days, and addresses left with nothing; return how many conditions."""
    before = timezone.now() - timedelta(days=KEPT_FOR_DAYS)
    old = SavedCondition.objects.filter(status=ConditionStatus.WAITING, created_at__lt=before)
    owners = list(old.order_by("subscriber").values_list("subscriber", flat=True).distinct())
    forgotten = sum(_forget_of(owner, old) for owner in owners)
    Letter.objects.filter(pk__in=_letters_to_nobody().values("pk")).erase()
    return forgotten


def _forget_of(owner: int, old: QuerySet[SavedCondition]) -> int:
    with transaction.atomic():
        subscriber = Subscriber.objects.locked().filter(pk=owner).first()
        if subscriber is None:
            return 0
        number, _by_model = old.filter(subscriber=subscriber).delete()
        forget_without_conditions(subscriber)
    return number


def _letters_to_nobody() -> QuerySet[Letter]:
    """Letters that were just leaving when their address was forgotten: the postman wrote them down once more."""
    key = Concat(Value("subscriber:"), Cast("pk", CharField()))
    owner = Subscriber.objects.annotate(key=key).filter(key=OuterRef("subject"))
    written = Letter.objects.filter(kind__in=(ASKED.name, DIGEST.name)).exclude(recipient__endswith=ERASED)
    return written.filter(~Exists(owner), created_at__gt=timezone.now() - timedelta(days=KEPT_FOR_DAYS))
