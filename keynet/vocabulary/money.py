"""Yen in words."""


def yen(amount: int) -> str:
    """1234 gives 「1,234円」."""
    return f"{amount:,}円"


def yen_range(low: int, high: int | None = None) -> str:
    """「1,500円〜2,000円」, or the one amount when both are equal or only one is known."""
    return yen(low) if high is None or high == low else f"{yen(low)}〜{yen(high)}"
