"""Text that breaks files: formulas in every disguise, line breaks, quotes, and what Japanese names are made of."""

FORMULAS = ["1+1", 'HYPERLINK("http://evil.example","x")', "cmd|' /C calc'!A0", "SUM(A1:A9)"]
SIGNS = ["=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠", "％", "﬩", "⁺", "﹣"]
DISGUISES = [
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "　",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\u202e",
    "\u00a0",
    "\u0085",
    "\u1680",
    "\u205f",
    "\ufe0f",
    "\x1f",
    "'",
    '"',
]
DISGUISED = [disguise + sign + FORMULAS[0] for disguise in DISGUISES for sign in SIGNS] + [
    sign + formula for formula in FORMULAS for sign in SIGNS
]
HARMLESS = [
    "看護師",
    "A=B",
    "3-5人",
    "-",
    "-12",
    "1,500",
    "-1,500.5",
    "",
    "〒231-0017",
    "（-）",
    "a@b.example",
    "'quoted'",
]
TEXTS = [
    *DISGUISED,
    *HARMLESS,
    "+81-3-5309-2065",
    "＋81 90 1234 5678",
    "+81（3）5309‐2065",
    "+81-1",
    "+810353092065",
    "a,b",
    'a"b',
    "改行\nあり",
    "復帰\rと\r\n改行",
    "\n先頭",
    "\t\tタブ",
    "髙橋﨑德𠮷 葛󠄀城 鷗外",
    "ｶﾞ㈱①㍻",
    "👩‍⚕️募集",
    "%s %(x)s {0} {{ }} $1 \\ \\N \\.",
    "é à ü",
    "قائمة",
    "０１２",
    "ー長音",
    "Ⅲ",
]
