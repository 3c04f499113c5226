"""Category 4: what normalisation joins, splits or lets grow, and what must not be touched in people's names."""

from collections.abc import Iterator

HALF_WIDTH = ("ｻﾄｳ ﾊﾅｺ", "ﾊﾟｰﾄ", "ｳﾞｧｲｵﾘﾝ", "ﾊ\uff9f", "ｱｰｰ", "｢ｶｷﾞ｣")
SPLIT = (
    "か\u3099んごし",
    "ハ\u309aート",
    "ウ\u3099",
    "か\u309a",
    "\u3099",
    "あ\u3099",
    "か\u3099\u3099",
    "カ゛",
    "ハ゜",
)
SQUARED = (
    "①",
    "㈱さくら",
    "㍻",
    "㌔",
    "㏄",
    "℡",
    "№",
    "Ⅲ",
    "ⅷ",
    "㋿",
    "🈂",
    "㊙",
    "½",
    "ﬁ",
    "ﷺ",
    "Ａ１",
    "ｰ",
)
NAMES = (
    "髙橋",
    "山﨑",
    "德永",
    "神\ufa19",
    "福\ufa1b",
    "葛\U000e0100飾",
    "辻\U000e0101",
    "𠮷野家",
    "鷗外",
    "栁",
    "渡邉",
    "齋藤",
    "瀨戸",
)
DASHES = ("〜", "～", "−", "－", "ー", "‐", "–", "—", "―", "─", "━", "ｰ", "﹣")
GROWING = (
    "\u0390",
    "\u1f87",
    "ŉ",
    "İ",
    "ǰ",
    "ß",
    "\ufdfa",
    "\u0344",
    "가",
    "각",
    "q\u0307\u0323",
    "Å",
    "Ω",
    "K",
)


def texts() -> Iterator[str]:
    """Yield each alone, repeated, in a name and next to kana."""
    for word in (*HALF_WIDTH, *SPLIT, *SQUARED, *NAMES, *DASHES, *GROWING):
        yield from (word, word * 20, f"中{word}村", f"{word} ア", f"ア{word}")
    yield from (f"045{dash}671{dash}0000" for dash in DASHES)
    yield from (f"231{dash}0017" for dash in DASHES)
