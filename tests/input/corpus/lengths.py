"""Category 6: nothing, one sign, every limit of the product and one more, and far too much."""

from collections.abc import Iterator

LIMITS = (
    1,
    10,
    20,
    40,
    50,
    60,
    80,
    100,
    120,
    200,
    254,
    255,
    300,
    400,
    500,
    600,
    1000,
    1500,
    2000,
    4000,
    20_000,
)


def texts() -> Iterator[str]:
    """Yield texts around each limit in three alphabets, piles of marks and brackets, and a megabyte."""
    yield from ("", " ", "\u3000", "\u3000 \t", ".", "0", "あ", "・・・")
    for limit in LIMITS:
        for length in (limit - 1, limit, limit + 1):
            yield from ("あ" * length, "a" * length, "𠮷" * length)
    yield from (
        "e" + "\u0301" * 1000,
        "か" + "\u3099" * 1000,
        "\n" * 5000,
        " " * 5000 + "x",
        "👨‍👩‍👧‍👦" * 500,
    )
    for pair in ("()", "[]", "{}", "<>", "「」"):
        yield pair[0] * 3000 + pair[1] * 3000
    yield from ("a\n" * 3000, "a " * 3000, "あ" * 340_000, "%" * 100_000)
