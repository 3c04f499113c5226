"""The explicit orders of a list; each is an index of its own."""

ORDERS = {
    "new": ("-published_at", "-posting_id"),
    "closing": ("publish_to", "posting_id"),
    # Like is compared with like only: all hourly wages, then all daily ones, …
    "wage": ("wage_order", "-wage_min", "-published_at", "-posting_id"),
}
RULES = {
    "new": "公開した日時が新しい順に並べています。",
    "closing": "公開終了予定日が近い順に並べています。",
    "wage": "時給・日給・月給・年俸・1回あたりの順に、それぞれの中で下限の額が高い順に並べています。",
}
"""What the page says about its order."""


def sql_order(sort: str) -> str:
    """Return the order for a statement on columns of these names."""
    return ", ".join(f"{name[1:]} DESC" if name.startswith("-") else name for name in ORDERS[sort])


def posting_order(sort: str) -> list[str]:
    """Return the order of postings by the columns of their listings."""
    return [f"-listing__{name[1:]}" if name.startswith("-") else f"listing__{name}" for name in ORDERS[sort]]
