"""What was measured at one size."""

from dataclasses import dataclass, field
from typing import Any

from bench.alerts import DigestResult
from bench.budgets import BudgetResult
from bench.compare import Ratio
from bench.exports import ExportResult
from bench.imports import ImportResult
from bench.keywords import WordResult
from bench.letters import LetterResult
from bench.pages import PageResult


@dataclass
class Measured:
    """All results; those with a default only at the largest size."""

    size: int
    facts: dict[str, Any]
    seconds: dict[str, float]
    rows: float
    pages: list[PageResult]
    keywords: list[WordResult]
    throughput: Ratio
    p99: float
    others: float = 0
    budgets: list[BudgetResult] = field(default_factory=list)
    export: ExportResult | None = None
    sheets: dict[str, float] = field(default_factory=dict)
    letters: LetterResult | None = None
    alerts: DigestResult | None = None
    imports: list[ImportResult] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    indexes: list[list[Any]] = field(default_factory=list)
