"""Keeping a report: read, check, and write it whole or not at all."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import transaction

from facilities.models import Desk
from keynet.lifecycle import Clock
from keynet.vocabulary.mistakes import Mistake
from nursecenter import checking, reading
from nursecenter.columns import COLUMNS
from nursecenter.facts import Facts, read_facts
from nursecenter.models import StatColumn, StatNote, StatReport, StatRow

SHIPPED = Path(__file__).with_name("data") / "nursecenter_2021-05-16.csv"
"""The table of seed circular 2021-05-26, 別紙3; the facts about it lie beside it."""


class Refused(Exception):
    """Nothing was kept; `sentences` say everything that has to be put right in the file."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True)
class Imported:
    """The kept report; `is_new` is false when the very same file had been imported before."""

    report: StatReport
    is_new: bool


def import_report(source: bytes, facts: Facts) -> Imported:
    """Keep a report as a draft. The same bytes are kept once. Raises `Refused`."""
    digest = hashlib.sha256(source).hexdigest()
    kept = StatReport.objects.filter(digest=digest).first()
    if kept:
        return Imported(kept, is_new=False)
    try:
        sheet = reading.read(source)
    except Mistake as mistake:
        raise Refused([mistake.sentence]) from mistake
    errors = checking.errors(sheet)
    if errors:
        raise Refused(errors)
    warnings = checking.warnings(sheet, _phones(), _figures_before(facts))
    return Imported(_keep(source, digest, facts, sheet, warnings), is_new=True)


def ensure_shipped_report() -> StatReport:
    """Import and publish the product's own table; nothing happens when it has been published already."""
    facts = read_facts(SHIPPED.with_suffix(".toml").read_text(encoding="utf-8"))
    report = import_report(SHIPPED.read_bytes(), facts).report
    report.publish(by=Clock())
    return report


def _phones() -> dict[str, str]:
    """Return the directory's telephone digits by prefecture code."""
    return dict(Desk.objects.open().filter(kind=Desk.Kind.NURSE_CENTER).values_list("prefecture", "phone"))


def _figures_before(facts: Facts) -> Mapping[str, dict[str, int]]:
    """Return the figures of the public report before this one, by prefecture code and column."""
    previous = StatReport.objects.before(facts.as_of).first()
    if previous is None:
        return {}
    keys = list(previous.columns.values_list("key", flat=True))
    return {row.prefecture: dict(zip(keys, row.figures, strict=True)) for row in previous.rows.all()}


@transaction.atomic
def _keep(source: bytes, digest: str, facts: Facts, sheet: reading.Sheet, warnings: list[str]) -> StatReport:
    totals = checking.totals(sheet)
    report = StatReport.objects.create(
        title=facts.title,
        origin=facts.origin,
        compiled_by=facts.compiled_by,
        period_as_printed=facts.period_as_printed,
        period_from=facts.period_from,
        as_of=facts.as_of,
        reported_on=facts.reported_on,
        source=source,
        digest=digest,
        totals=[totals[column.key] for column in COLUMNS],
        totals_are_sums=not sheet.totals,
        warnings=warnings,
    )
    StatColumn.objects.bulk_create(
        StatColumn(
            report=report,
            position=position,
            key=column.key,
            part_of=column.whole,
            **asdict(facts.columns[column.key]),
        )
        for position, column in enumerate(COLUMNS)
    )
    StatRow.objects.bulk_create(
        StatRow(
            report=report,
            prefecture=code,
            figures=[row.figures[column.key] for column in COLUMNS],
            phone_as_printed=row.phone,
        )
        for code, row in checking.by_prefecture(sheet).items()
    )
    StatNote.objects.bulk_create(
        StatNote(report=report, position=position, **asdict(note))
        for position, note in enumerate(facts.notes)
    )
    return report
