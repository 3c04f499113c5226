"""How long the area code (市外局番) of a telephone number is."""

from pathlib import Path


def _read() -> dict[str, int]:
    lines = (Path(__file__).parent / "data" / "area_codes.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {prefix: int(length) for length, *prefixes in rows for prefix in prefixes}


LENGTHS = _read()
"""Beginning of a number → digits of its area code; the longest beginning counts."""


def area_code_length(number: str) -> int:
    """Digits of the area code, leading 0 included, of a geographic number of ten digits: 2 to 5."""
    heads = (number[:size] for size in range(6, 0, -1))
    return next(LENGTHS[head] for head in heads if head in LENGTHS)
