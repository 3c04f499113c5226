"""Files that are made in the background: the row is the truth, any worker makes it, none makes it twice at a time."""

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from applications.reports.models import Export, ExportPart
from applications.reports.models.export import TRIES, Content, Form
from applications.reports.posting_export import FOR_THE_MINISTRY
from keynet.accounts.models import User
from keynet.outbox.events import record
from postings.exports import xlsx
from postings.models import Posting
from postings.search.filters import MinistryFilter

logger = logging.getLogger(__name__)
PART = 1024 * 1024


class TakenOver(Exception):
    """Another worker thought this one dead and makes the file now."""


def found(conditions: Any, reader: User) -> MinistryFilter:
    """Return the postings that a list with these conditions shows this person, the newest first."""
    visible = Posting.objects.visible_to(reader).for_list().order_by("-pk")
    return MinistryFilter(conditions, queryset=visible)


def ask(
    *,
    by: User,
    body: str,
    form: str,
    purpose: str,
    query: str,
    rows: int,
    submission_id: UUID,
    content: str = Content.POSTINGS,
) -> Export:
    """Write down who takes what away; an Excel file is then made, a CSV file leaves at once."""
    try:
        with transaction.atomic():
            at_once = timezone.now() if form == Form.CSV else None
            export = Export.objects.create(
                asked_by=by,
                body=body,
                content=content,
                form=form,
                purpose=purpose,
                query=query,
                rows=rows,
                submission_id=submission_id,
                finished_at=at_once,
                deleted_at=at_once,
            )
            record("export.asked", subject=export, actor=by.actor_key, form=form, rows=rows)
    except IntegrityError:  # the same form, sent twice
        return Export.objects.get(submission_id=submission_id, asked_by=by)
    return export


def make_next() -> bool:
    """Make the file that has waited longest; return whether there was one."""
    export = _claim()
    if export is None:
        return False
    try:
        _make(export)
    except TakenOver:
        logger.warning("export %s was taken over by another worker", export.pk)
    except Exception:
        logger.exception("export %s was not made", export.pk)
        # Silent from now on: it is tried once more at the next tick, then it has failed.
        Export.objects.filter(pk=export.pk, tries=export.tries).update(heard_at=None)
    return True


def _claim() -> Export | None:
    with transaction.atomic():
        waiting = Export.objects.claimable(timezone.now()).select_for_update(skip_locked=True)
        export = waiting.first()
        if export is None:
            return None
        if export.tries >= TRIES:
            export.failed_at = timezone.now()
            export.save(update_fields=["failed_at"])
            record("export.failed", subject=export, actor="clock")
            return None
        export.tries += 1
        export.heard_at = timezone.now()
        export.written = 0
        export.save(update_fields=["tries", "heard_at", "written"])
        return export


def _make(export: Export) -> None:
    rows: QuerySet[Posting] = found(export.conditions, export.asked_by).qs
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "export.xlsx"
        for written in xlsx.write(file, FOR_THE_MINISTRY, xlsx.batches(FOR_THE_MINISTRY, rows)):
            _say(export, written=written)
        with transaction.atomic():
            _say(export, finished_at=timezone.now())
            for number, content in enumerate(_pieces(file)):
                ExportPart.objects.create(export=export, number=number, content=content)
            record("export.finished", subject=export, actor="clock")


def _say(export: Export, **facts: Any) -> None:
    """Say that this worker lives; stop when another has taken the file over."""
    own = Export.objects.filter(pk=export.pk, tries=export.tries, failed_at=None)
    if not own.update(**{"heard_at": timezone.now(), **facts}):
        raise TakenOver


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as content:
        while piece := content.read(PART):
            yield piece


def forget_outlived() -> int:
    """Delete the content of files whose day is over; the row stays and says so. Return how many."""
    now = timezone.now()
    outlived = list(Export.objects.outlived(now).values_list("pk", flat=True))
    with transaction.atomic():
        ExportPart.objects.filter(export__in=outlived).delete()
        return Export.objects.filter(pk__in=outlived).update(deleted_at=now)
