"""Category 7: numbers as machines and people write them, and as they overflow."""

from collections.abc import Iterator

WIDTHS = (7, 8, 15, 16, 31, 32, 53, 63, 64)
EDGES = (0, 1, *(2**bits + near for bits in WIDTHS for near in (-1, 0, 1)), 10**20, 10**300)
WORDS = (
    *(
        "NaN",
        "nan",
        "Infinity",
        "-inf",
        "1e5",
        "1e309",
        "1E-400",
        "0x1F",
        "0b11",
        "0o7",
        "1_000",
        "1,5",
        "1.5",
        "1.",
        ".5",
    ),
    *(
        "１２",
        "一二",
        "十二",
        "①",
        "²",
        "½",
        "٣",
        "৩",
        "𝟗",
        "Ⅳ",
        "1 000",
        "1'000",
        "１，０００円",
        "30万",
        "30万円",
        "¥500",
    ),
    *(
        "1万2千",
        "-",
        "+",
        "--1",
        "1-",
        "(1)",
        "1%",
        "1/0",
        "true",
        "None",
        "null",
        "undefined",
        "[]",
        "{}",
        "08",
        "00",
    ),
    *(
        "9" * 4300,
        "9" * 5000,
        "１" * 5000,
        "1" + "0" * 400 + "円",
        "0" * 5000 + "1",
        "零",
        "〇",
        "百億",
        "兆",
        "億万",
        "1e1e1",
    ),
)


def texts() -> Iterator[str]:
    """Yield the edges of every kind of integer with each sign, and numbers in words."""
    for edge in EDGES:
        number = str(edge)
        yield from (number, f"-{number}", f"+{number}", f"{number}.0", f" {number} ", f"{edge:,}")
        yield from (number.translate({48 + n: 0xFF10 + n for n in range(10)}), f"{number}円", f"−{number}")
    yield from WORDS
