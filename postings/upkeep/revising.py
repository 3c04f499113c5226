"""Changing terms (step 4 of the path and later): at any time before the end, each public text kept as a version.

Changes need no new check by the office (domain.md Decision 4), but from the check on they must leave the form whole.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from keynet.lifecycle import Actor, NotNow
from keynet.outbox.events import record
from postings.checks import Warning, missing, warnings
from postings.differences import Change, changes
from postings.forms.block import BlockForm
from postings.forms.blocks import BLOCK_FORMS, BLOCK_TITLES
from postings.lifecycle import OPEN, PostingStatus
from postings.models import Posting
from postings.permissions import is_its_facility

CHECKED = OPEN | {PostingStatus.CHECKED}
NEVER_SHOWN = frozenset({"internal_note"})
WEIGHTY = frozenset(
    {"work_place", "work_prefecture", "work_city", "work_address", "work_building"}
    | {"workplace_scope", "workplace_scope_note"}
    | {"employment_type", "employment_basis", "is_dispatch", "contract_term", "contract_from", "contract_to"}
    | {"renewal", "renewal_note", "renewal_limit", "renewal_limit_note", "probation", "probation_note"}
    | {"shift_pattern", "work_hours", "hours_note", "spot_dates", "break_minutes", "break_note"}
    | {"work_days", "work_days_count", "overtime", "overtime_hours"}
    | {"holidays", "holidays_note", "holidays_a_year", "night_count", "on_call", "night_note"}
    | {"wage_type", "wage_min", "wage_max", "wage_note", "fixed_overtime", "fixed_overtime_yen"}
    | {"fixed_overtime_hours", "fixed_overtime_beyond"}
)
"""Pay, place, hours and contract: a change of these is shown to the office and to open applicants.

The words beside a choice count as the choice: a night allowance or the length of a trial stands in them alone.
"""


@dataclass
class Revision:
    """What became of one saved block."""

    form: BlockForm
    stored: bool = False
    changes: list[Change] = field(default_factory=list)
    # What the changed text makes worth a second look, as long as it is only shown.
    asks: list[Warning] = field(default_factory=list)


def revise(
    posting: Posting,
    block: str,
    data: Mapping[str, Any],
    *,
    by: Actor,
    draft: bool = False,
    shown: bool = True,
) -> Revision:
    """Store one block of terms. Of a public posting, only when the person has been `shown` the changes."""
    with _writing(posting, by) as current:
        before, known_gaps = current.terms, missing(current)
        known_asks = [] if shown else warnings(current)
        form = BLOCK_FORMS[block](data, instance=current, draft=draft)
        revision = Revision(form, stored=form.write())
        if not revision.stored:
            return revision
        revision.changes = changes(before, current.terms)
        if current.status in CHECKED:
            _leave_no_new_gap(revision, current, known_gaps)
        must_show = current.status in OPEN and bool(revision.changes) and not shown
        if not revision.stored or must_show:
            revision.stored = False
            revision.asks = (
                [found for found in warnings(current) if found not in known_asks] if must_show else []
            )
            transaction.set_rollback(True)
        else:
            _keep(current, revision.changes, by)
    return revision


def set_headcount(posting: Posting, headcount: int, *, by: Actor) -> None:
    """Raise or lower 募集人数; raises ValidationError when more people have been hired already."""
    with _writing(posting, by) as current:
        if headcount < current.hired_count:
            raise ValidationError(_too_few(current))
        before = current.terms
        current.headcount = headcount
        current.save(update_fields=["headcount", "updated_at"])
        _keep(current, changes(before, current.terms), by)


@contextmanager
def _writing(posting: Posting, by: Actor) -> Iterator[Posting]:
    """Hold the row: an application is bound to a version, and a hire counts against the headcount."""
    with transaction.atomic():
        rows = Posting.objects.select_for_update(of=("self",), no_key=True).select_related("facility")
        current = rows.get(pk=posting.pk)
        if not is_its_facility(by, current):
            raise PermissionDenied
        if not current.is_writable:
            raise NotNow(current, "revise")
        yield current


def _keep(posting: Posting, changed: list[Change], by: Actor) -> None:
    if not changed or posting.status not in CHECKED:
        return
    fields = [change.field for change in changed if change.field not in NEVER_SHOWN]
    if posting.status in OPEN:
        posting.keep_version(by)
        if WEIGHTY.intersection(fields):
            posting.flagged_at = posting.terms_as_of
        posting.save(update_fields=["version", "terms_as_of", "search_key", "flagged_at"])
    record("posting.revised", subject=posting, actor=by.actor_key, fields=fields)


def _leave_no_new_gap(revision: Revision, posting: Posting, known: dict[str, dict[str, str]]) -> None:
    """Refuse what would open a gap in another block, e.g. a new occupation without its shift pattern."""
    for block, gaps in missing(posting).items():
        for name in gaps.keys() - known.get(block, {}).keys():
            revision.form.add_error(None, f"「{BLOCK_TITLES[block]}」を先に直してください：{gaps[name]}")
            revision.stored = False


def _too_few(posting: Posting) -> str:
    return f"すでに{posting.hired_count}名を採用しています。募集人数は{posting.hired_count}名以上で入力してください"
