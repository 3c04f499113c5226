"""Category 3: signs that turn, hide or mean nothing: direction, zero width, tags, private use, noncharacters."""

from collections.abc import Iterator

FORMATS = (
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *(0xAD, 0x61C, 0x180E, 0xFEFF, 0x34F, 0x115F, 0x3164, 0xFFA0),
)
TAGS = (0xE0001, 0xE0020, 0xE0041, 0xE007F)
SELECTORS = (0xFE00, 0xFE0E, 0xFE0F, 0xE0100, 0xE01EF)
PRIVATE = (0xE000, 0xE757, 0xF8FF, 0xF0000, 0x10FFFD)
NONCHARACTERS = (0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF)


def texts() -> Iterator[str]:
    """Yield each sign alone, around and inside a word; then words as people are deceived with."""
    for point in (*FORMATS, *TAGS, *SELECTORS, *PRIVATE, *NONCHARACTERS):
        sign = chr(point)
        yield from (sign, f"{sign}看護師", f"看{sign}護師", f"看護師{sign}")
    yield "\u202efdp.exe"
    yield "時給\u202e0051\u202c円"
    yield "さ\u200bくら病院"
    yield "\u2067אבג\u2069 病院"
    yield "\ufe0f" * 300
