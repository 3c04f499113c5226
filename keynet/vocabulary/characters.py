"""Which characters may be stored, and the little that is changed in what people type.

Names, addresses and free text are kept as typed: NFC and NFKC would replace characters of people's names
(U+FA19 becomes 神, ㈱ becomes (株)). Only marks that were split from their kana are put back, and characters
that cannot be seen are dropped.
"""

import re
import unicodedata

from keynet.vocabulary.mistakes import Mistake

ZERO_WIDTH_JOINER = "\u200d"
"""Holds emoji together; with the variation selectors of 異体字 the only invisible character that is kept."""

HYPHENS = "-‐‑‒–—―−ー－ｰ﹣─━"
"""What people type for a hyphen or a long vowel, on whichever keyboard."""

TO_HYPHEN = dict.fromkeys(map(ord, HYPHENS), "-")
"""For `str.translate`: all of them become one."""

_SPLIT_KANA = re.compile("[\u3041-\u30ff][\u3099\u309a]")


def compose_kana(text: str) -> str:
    """Join kana and combining marks: か + U+3099 gives が. Everything else stays as typed."""
    return _SPLIT_KANA.sub(lambda pair: unicodedata.normalize("NFC", pair[0]), text)


def drop_invisible(text: str) -> str:
    """Drop format characters (category Cf): zero-width spaces, byte order marks, turns of direction."""
    return "".join(c for c in text if c == ZERO_WIDTH_JOINER or unicodedata.category(c) != "Cf")


def check_storable(text: str, *, allowed: str = "") -> None:
    """Raise `Mistake` at the first control character not in `allowed`, lone surrogate or noncharacter.

    Such characters break database, mail header or exported file later, far from the person who typed them.
    """
    for position, character in enumerate(text, start=1):
        if character not in allowed and _is_unstorable(character):
            raise Mistake(
                "unusable_character",
                f"{position}文字目に、使えない文字が入っています。その文字を消してください。",
            )


def _is_unstorable(character: str) -> bool:
    point = ord(character)
    is_noncharacter = 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE
    return is_noncharacter or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
