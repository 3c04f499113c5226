"""Second thoughts: a letter that waits a while may be called back before the postman takes it.

Written with `not_before`, a letter is an ordinary row whose time has not come. Whoever calls it back does so in the
transaction of the move that undoes what it would have told.
"""

from datetime import timedelta

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from keynet.outbox.models import Letter

SECOND_THOUGHTS = timedelta(minutes=30)
"""How long a refusal, or a withdrawal, waits before the other side is told."""


class HasLeft(Exception):
    """There is no such letter any more, or its recipient may have read it: nothing was called back."""


def recall(letters: QuerySet[Letter]) -> None:
    """Keep all these letters from leaving, or raise HasLeft and keep none; call it in a transaction.

    The rows stay as 取りやめ without their text. Their period becomes their own number, so that the same letter can be
    written anew. A postman who claims at this moment either holds the row first (then the letter counts as gone) or
    passes it by.
    """
    held = list(letters.select_for_update(no_key=True).order_by("pk"))
    waiting = [letter.status == Letter.Status.PENDING and not letter.unconfirmed for letter in held]
    if not held or not all(waiting):
        raise HasLeft
    Letter.objects.filter(pk__in=[letter.pk for letter in held]).update(
        status=Letter.Status.SUPPRESSED, body="", period=Cast("pk", CharField())
    )
