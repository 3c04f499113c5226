"""How many questions the list pages and consoles ask the database, and how long they take (P13)."""

from dataclasses import dataclass
from statistics import median
from typing import Any

from bench.client import Line
from bench.pages import POSTING, SEARCH
from bench.world import Sites, World

OFFICE, MINISTRY = "okada@office.example", "mori@ministry.example"
PREFECTURE, NURSE_CENTER = "yoshida@kanagawa.example", "noda@nurse.example"


@dataclass(frozen=True)
class Budget:
    """A page, who reads it (nobody: a visitor), and the most questions it may ask."""

    path: str
    most: int
    person: str = ""


BUDGETS = (
    Budget("/", 6),
    Budget(SEARCH.path, 6),
    Budget("/postings/?q=%E7%9C%8B%E8%AD%B7", 6),
    Budget("/postings/nurse/13/", 6),
    Budget(POSTING.path, 4),
    Budget("/office/", 12, OFFICE),
    Budget("/office/postings/", 12, OFFICE),
    Budget("/ministry/postings/", 12, MINISTRY),
    Budget("/ministry/counts/", 12, MINISTRY),
    Budget("/prefecture/14/", 12, PREFECTURE),
    Budget("/nurse-center/14/", 12, NURSE_CENTER),
)
PEOPLE = (OFFICE, MINISTRY, PREFECTURE, NURSE_CENTER)


@dataclass(frozen=True)
class BudgetResult:
    """Questions and milliseconds of one page; no number where there is no such page."""

    budget: Budget
    questions: int | None
    milliseconds: float


def measure(world: World, sites: Sites, facts: dict[str, Any]) -> list[BudgetResult]:
    """Count and time every page."""
    paths = [budget.path.format(number=facts["numbers"][0]) for budget in BUDGETS]
    asked = [f"{budget.person} {path}" for budget, path in zip(BUDGETS, paths, strict=True)]
    counted = world.ask("queries", *asked)
    results = []
    for budget, path, question in zip(BUDGETS, paths, asked, strict=True):
        line = Line(sites.port, facts["sessions"].get(budget.person, ""))
        times = [line.get(path).whole for _ in range(5)]
        line.close()
        results.append(BudgetResult(budget, counted[question], median(times)))
    return results
