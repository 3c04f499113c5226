"""Category 1: control characters and line ends, alone and in each position of a name."""

from collections.abc import Iterator

LINE_ENDS = ("\r\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029")


def texts() -> Iterator[str]:
    """Yield C0, DEL, C1 and everything that some program takes for the end of a line."""
    for sign in [*map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0)), *LINE_ENDS]:
        yield from (sign, f"{sign}佐藤", f"佐{sign}藤", f"佐藤{sign}", f"{sign}{sign}")
    yield "佐藤\r\nBcc: all@leak.example\r\n\r\nhello"
    yield "佐藤\n2026-11-21 ERROR root login ok"
    yield "\x1b[2J\x1b[31m赤\x1b[0m"
