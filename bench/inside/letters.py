"""Letters that wait, and how many of them have left."""

import uuid

from keynet.outbox import postman
from keynet.outbox.models import Letter

KIND = "bench"


def answer(what: str, number: str = "0") -> int:
    """`write` letters, `send` until none waits, or `count` those that have left; return their number."""
    if what == "write":
        Letter.objects.bulk_create(map(_letter, range(int(number))), batch_size=1000)
    elif what == "send":
        postman.deliver(seconds=60)
    return Letter.objects.filter(kind=KIND, status=Letter.Status.SENT).count()


def _letter(number: int) -> Letter:
    subject = f"bench:{uuid.uuid4()}"
    return Letter(
        kind=KIND,
        subject=subject,
        recipient=f"r{number}@bench.example",
        heading="件名",
        body="本文です。\n" * 20,
    )
