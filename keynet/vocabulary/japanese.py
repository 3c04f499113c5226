"""Japanese text: cleaning what was typed, keys to find it again, kana, and dates in words."""

import re
import unicodedata
from datetime import date, datetime
from zoneinfo import ZoneInfo

from keynet.vocabulary.characters import (
    HYPHENS,
    TO_HYPHEN,
    ZERO_WIDTH_JOINER,
    check_storable,
    compose_kana,
    drop_invisible,
)
from keynet.vocabulary.mistakes import Mistake

JST = ZoneInfo("Asia/Tokyo")

_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_OUTER_SPACE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + ZERO_WIDTH_JOINER
_LEADING_BLANK_LINES = re.compile(r"^(?:[^\S\n]*\n)+")
_MANY_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n){3,}")


class NotSingleLine(Mistake):
    """Text with a line break or a control character where one line is asked for."""


def single_line(text: str) -> str:
    """One line as typed, without space around it and without invisible characters.

    Raises `NotSingleLine` for line breaks and `Mistake` for characters that cannot be stored: a name may end
    up in the header of a letter.
    """
    line = drop_invisible(text).strip(_OUTER_SPACE)
    if _LINE_BREAK.search(line):
        raise NotSingleLine("line_break", "改行を消して、1行で入力してください。")
    check_storable(line)
    return compose_kana(line)


def multi_line(text: str) -> str:
    """Text as typed, with line breaks as \\n and never more than two blank lines in a row.

    The indent of the first line is kept. Raises `Mistake` for characters that cannot be stored.
    """
    lines = _LINE_BREAK.sub("\n", drop_invisible(text)).rstrip()
    lines = _MANY_BLANK_LINES.sub("\n\n\n", _LEADING_BLANK_LINES.sub("", lines))
    check_storable(lines, allowed="\n\t")
    return compose_kana(lines)


_TO_KATAKANA = {point: point + 0x60 for point in (*range(0x3041, 0x3097), 0x309D, 0x309E)}
_SEARCH_FOLDS = (
    TO_HYPHEN
    | _TO_KATAKANA
    | str.maketrans("髙﨑德濵濱邊邉齋澤廣國惠櫻栁𠮷", "高崎徳浜浜辺辺斎沢広国恵桜柳吉")
)
_SELECTORS = re.compile("[\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def search_key(text: str) -> str:
    """What text is compared by: ﾅｰｽ, ナース and なーす are one, and so are 髙橋 and 高橋.

    Only for comparing; never shown. Words stay apart by one space.
    """
    key = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", drop_invisible(text)).casefold())
    return " ".join(_SELECTORS.sub("", key).translate(_SEARCH_FOLDS).split())


def search_words(text: str) -> list[str]:
    """The keys of the words in a search box, split at any space; all of them have to be found."""
    return search_key(text).split()


def compact(text: str) -> str:
    """A typed code or number in half width, without spaces and hyphens; other signs stay for the caller."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if not c.isspace() and c not in HYPHENS)


def digits(text: str) -> str:
    """Only the digits 0-9 of the text, in half width."""
    return re.sub("[^0-9]", "", unicodedata.normalize("NFKC", text))


_LONG_VOWEL = re.compile(f"(?<=[\u30a1-\u30fc])[{re.escape(HYPHENS)}]")
_KANA = re.compile("[\u30a1-\u30fa\u30fb-\u30fe々 ]+")


def katakana(text: str) -> str:
    """ふりがな as it is stored: full-width katakana. A hyphen after kana becomes ー."""
    wide = unicodedata.normalize("NFKC", text).translate(_TO_KATAKANA)
    return _LONG_VOWEL.sub("ー", " ".join(wide.split()))


def is_kana(text: str) -> bool:
    """Is it all kana of either kind and any width? Spaces, ー, ・, ヽ and 々 may stand between."""
    return _KANA.fullmatch(katakana(text)) is not None


_ERAS = (
    (date(2019, 5, 1), "令和"),
    (date(1989, 1, 8), "平成"),
    (date(1926, 12, 25), "昭和"),
    (date(1912, 7, 30), "大正"),
    (date(1873, 1, 1), "明治"),  # the first day of the solar calendar, in 明治6年
)


def weekday(day: date) -> str:
    """「月」 to 「日」."""
    return "月火水木金土日"[day.weekday()]


def date_ja(day: date) -> str:
    """「2026年12月1日（火）」."""
    return f"{day.year}年{day.month}月{day.day}日（{weekday(day)}）"


def datetime_ja(moment: datetime) -> str:
    """「2026年12月1日（火）17:05」 in Japan's time. The moment has to know its own time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    there = moment.astimezone(JST)
    return f"{date_ja(there)}{there:%-H:%M}"


def era_date(day: date) -> str:
    """「令和8年12月1日」; the first year is 元年. Days before the solar calendar (1873) stay western."""
    for first_day, era in _ERAS:
        if day >= first_day:
            year = day.year - first_day.year + (6 if era == "明治" else 1)
            return f"{era}{'元' if year == 1 else year}年{day.month}月{day.day}日"
    return f"{day.year}年{day.month}月{day.day}日"
