"""Pages beside their floor, in turn, so that a busy moment of the machine meets both."""

import time
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median

ROUNDS, REQUESTS = 9, 30
FLOOR = "/data/floor/cards/"
PAGES = {
    "search, 職種 × 都道府県": "/postings/?occ=nurse&pref=13&pref=14",
    "search, keyword": "/postings/?q=%E6%84%9F%E6%9F%93%E7%97%87",
    "search, nothing chosen": "/postings/",
    "top page": "/",
    "landing page": "/postings/nurse/",
    "nurse centers' table": "/nurse-centers/table/",
}


@dataclass(frozen=True)
class Result:
    """One page: its median in milliseconds, and the ratio to the floor of the same round (median, least, most)."""

    name: str
    milliseconds: float
    ratio: float
    least: float
    most: float


def measure(port: int) -> tuple[float, float, list[Result]]:
    """Return the medians of the two floors in milliseconds and the result of every page."""
    line = HTTPConnection("127.0.0.1", port, timeout=10)
    for address in (FLOOR, *PAGES.values()):
        _round(line, address)
    floors: list[float] = []
    pages: dict[str, list[float]] = {name: [] for name in PAGES}
    for _ in range(ROUNDS):
        for name, address in PAGES.items():
            floors.append(_round(line, FLOOR))
            pages[name].append(_round(line, address))
    constant = median(_round(line, "/data/floor/constant/") for _ in range(ROUNDS))
    results = []
    for position, (name, times) in enumerate(pages.items()):
        ratios = [page / floor for page, floor in zip(times, floors[position :: len(PAGES)], strict=True)]
        results.append(Result(name, median(times), median(ratios), min(ratios), max(ratios)))
    return constant, median(floors), results


def _round(line: HTTPConnection, address: str) -> float:
    """Return the median time of one round in milliseconds."""
    times = []
    for _ in range(REQUESTS):
        started = time.perf_counter()
        line.request("GET", address)
        answer = line.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{address} answered {answer.status}")
        times.append((time.perf_counter() - started) * 1000)
    return median(times)
