"""Codes of public registers, and their check digits."""

LG_WEIGHTS = (6, 5, 4, 3, 2)


def lg_code(jis: str) -> str:
    """The local government code (全国地方公共団体コード) of a five-digit JIS code: 13101 gives 131016."""
    remainder = sum(weight * int(digit) for weight, digit in zip(LG_WEIGHTS, jis, strict=True)) % 11
    return f"{jis}{(11 - remainder) % 10}"
