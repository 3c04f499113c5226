"""What somebody without an account sends is kept unproved first; the same form sent twice is one row."""

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID, uuid4

from applications.models import Application, Inquiry
from postings.models import Posting

Row = TypeVar("Row", Application, Inquiry)


class SentBefore(Exception):
    """The very form was sent and received before: its link went out by mail."""


def keep(
    model: type[Row], posting: Posting, facts: Mapping[str, Any], submission_id: UUID
) -> tuple[Row, bool]:
    """Return the row of a form, and whether its address still needs a code; call it in a transaction.

    Sent again with other answers, the row is corrected: people go back for a mistyped address. Raises SentBefore.
    """
    rows = model._base_manager
    if rows.filter(submission_id=submission_id).exclude(posting=posting).exists():
        submission_id = uuid4()
    row, is_new = rows.get_or_create(submission_id=submission_id, posting=posting, defaults=dict(facts))
    if is_new:
        return row, True
    row = rows.select_for_update(of=("self",), no_key=True).get(pk=row.pk)
    if row.status != "unproved":
        raise SentBefore
    is_moved = row.email != facts["email"]
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=[*facts])
    return row, is_moved
