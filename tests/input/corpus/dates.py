"""Category 8: days and times that do not exist, of every era, in every width, and ranges that run backwards."""

from collections.abc import Iterator
from itertools import product

YEARS = (
    "0000",
    "0001",
    "1582",
    "1872",
    "1899",
    "1970",
    "2026",
    "2027",
    "2028",
    "2038",
    "2100",
    "9999",
    "10000",
    "-1",
)
DAYS = ("01-01", "02-28", "02-29", "02-30", "04-31", "12-31", "13-01", "00-10", "10-00")
ERAS = ("令和", "平成", "昭和", "大正", "明治", "R", "㋿", "㍻", "慶応")
ERA_YEARS = ("元", "0", "1", "8", "31", "64", "99", "１", "十")
BORDERS = (
    *(
        "明治45年7月30日",
        "大正元年7月30日",
        "大正15年12月25日",
        "昭和元年12月25日",
        "昭和64年1月7日",
        "平成元年1月8日",
    ),
    *(
        "平成31年4月30日",
        "令和元年5月1日",
        "明治45年7月31日",
        "大正元年7月29日",
        "平成31年5月1日",
        "令和元年4月30日",
    ),
)
"""The first and last days of eras, and days that are one too late or too early for theirs."""

WRITTEN = ("{0}-{1}-{2}", "{0}/{1}/{2}", "{0}年{1}月{2}日")
TIMES = (
    *(
        "0:00",
        "24:00",
        "24:01",
        "25:00",
        "30:00",
        "33:00",
        "33:01",
        "99:99",
        "8:60",
        "8:5",
        "8",
        "08時30分",
        "翌6:00",
    ),
    *(
        "翌25:00",
        "午後3時",
        "正午",
        "-1:00",
        "８：３０",
        "8.30",
        "0830",
        "8:30:00",
        "8:30Z",
        "8:30〜17:00",
        "17:00〜8:30",
    ),
)
WORDS = (
    *(
        "2026-11-21T10:00:00+09:00",
        "2026-11-21T25:00",
        "20261121",
        "2026/11/21",
        "11/21/2026",
        "２０２６年１１月２１日",
    ),
    *(
        "明日",
        "来週月曜",
        "今日",
        "2026年",
        "2026年11月",
        "11月",
        "2026-W47-6",
        "2026-325",
        "1e3",
        "2147483648",
        "-2208988800",
    ),
    *(
        "2026-12-01〜2026-11-01",
        "2026-11-01..2026-12-01",
        "99999年1月1日",
        "2026年2月29日（金）",
        "令和8年2月30日",
        "today",
    ),
)


def texts() -> Iterator[str]:
    """Yield western and Japanese days, times and ranges."""
    for year, day, written in product(YEARS, DAYS, WRITTEN):
        yield written.format(year, *day.split("-"))
    yield from BORDERS
    for era, year in product(ERAS, ERA_YEARS):
        yield f"{era}{year}年1月7日"
    yield from TIMES
    yield from WORDS
