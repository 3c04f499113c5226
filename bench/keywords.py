"""Sixty keyword searches, from words that half of all postings have to words that hardly one has (P3)."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, product
from statistics import median
from urllib.parse import urlencode

from bench.addresses import CARDS
from bench.client import Line
from bench.compare import Effort, Ratio, by_turns
from bench.world import Sites

MOST = 3.0
WORDS = (
    *(
        "看",
        "師",
        "透",
        "鍼",
        "医療",
        "看護",
        "病院",
        "外来",
        "訪問",
        "夜勤",
        "助産",
        "産科",
        "蒸留",
        "骨髄",
        "手話",
    ),
    *(
        "看護師",
        "准看護",
        "薬剤師",
        "内視鏡",
        "救急車",
        "DMAT",
        "ECMO",
        "ナース",
        "ﾅｰｽ",
        "電子カルテ",
        "発熱外来",
    ),
    *(
        "緩和ケア",
        "人工呼吸器",
        "言語聴覚士",
        "感染症病棟",
        "新生児集中",
        "高気圧酸素",
        "ドクターヘリ",
        "ハンセン病療養所",
    ),
)
TWO_WORDS = (
    *(
        "看護師 夜勤",
        "病棟 日勤",
        "透析 穿刺",
        "病院 ワクチン",
        "外来 手話",
        "看護 蒸留",
        "大阪 訪問",
        "師 の",
    ),
)
FILTERED = tuple(
    product(
        ("看護", "病院", "蒸留", "師", "発熱外来", "看護師 夜勤"),
        ("occ=nurse", "pref=13", "occ=nurse&pref=27"),
    )
)


@dataclass(frozen=True)
class WordResult:
    """One search beside the floor of cards."""

    words: str
    ratio: Ratio


def searches() -> list[tuple[str, str]]:
    """Return the searches: for people, and as paths."""
    alone = ((words, _path(words, "")) for words in chain(WORDS, TWO_WORDS))
    narrowed = ((f"{words} + {rest}", _path(words, rest)) for words, rest in FILTERED)
    return [*alone, *narrowed]


def measure(sites: Sites, effort: Effort) -> list[WordResult]:
    """Measure all of them, the worst first."""
    line, floor = Line(sites.port), Line(sites.floor_port)
    rounds, requests = min(3, effort.rounds), min(5, effort.requests)

    def asked(of: Line, path: str) -> Callable[[], float]:
        return lambda: median(of.milliseconds(path) for _ in range(requests))

    results = [
        WordResult(words, by_turns(asked(floor, CARDS), asked(line, path), rounds))
        for words, path in searches()[:: effort.step]
    ]
    return sorted(results, key=lambda result: -result.ratio.ratio)


def _path(words: str, rest: str) -> str:
    return f"/postings/?{rest}{'&' if rest else ''}{urlencode({'q': words})}"
