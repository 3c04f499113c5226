"""What must be right before a report is kept, and what only asks to be looked at (domain: the table of 2021-05-16).

Errors block the import; warnings are kept with the report and shown beside it. All functions are pure.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from keynet.vocabulary.contact import format_phone, phone_digits
from keynet.vocabulary.mistakes import Mistake
from keynet.vocabulary.prefectures import PREFECTURES
from nursecenter.columns import BY_KEY, COLUMNS
from nursecenter.reading import Row, Sheet

Figures = Mapping[str, int]

# Usually the first is the smaller one. More can happen: the bases differ (work found by other ways, several a person).
USUALLY_AT_MOST = (
    ("placements", "introductions"),
    ("placements", "seekers"),
    ("placements", "offers"),
    ("introductions", "offers"),
)


def errors(sheet: Sheet) -> list[str]:
    """Return every reason not to keep the report, in the words of the file."""
    places = list(_places(sheet.rows))
    sums = [] if places or sheet.unread else list(_sums(sheet))
    return [*sheet.unread, *places, *_totals(sheet), *_parts([*sheet.totals, *sheet.rows]), *sums]


def warnings(sheet: Sheet, phones: Mapping[str, str], previous: Mapping[str, Figures]) -> list[str]:
    """Return what to look at in a sheet without errors.

    `phones` are the directory's digits, `previous` the figures of the report before this one, both by prefecture code.
    """
    found = [*sheet.assumed]
    if not sheet.totals:
        found.append("「計」の行がありません。47都道府県の合計を計算値として示します。")
    for smaller, larger in USUALLY_AT_MOST:
        found.extend(_more_than(sheet, smaller, larger))
    for code, row in by_prefecture(sheet).items():
        found.extend(_phone(row, phones.get(code, "")))
        found.extend(_shrunk(row, previous.get(code, {})))
    return found


def by_prefecture(sheet: Sheet) -> dict[str, Row]:
    """Return the rows by prefecture code, in the order of the codes."""
    found = {row.prefecture.code: row for row in sheet.rows if row.prefecture}
    return dict(sorted(found.items()))


def totals(sheet: Sheet) -> dict[str, int]:
    """Return 計 as printed, or the sums when the file has none."""
    if sheet.totals:
        return sheet.totals[0].figures
    return {column.key: sum(row.figures[column.key] for row in sheet.rows) for column in COLUMNS}


def _places(rows: list[Row]) -> Iterator[str]:
    for row in rows:
        if row.prefecture is None:
            yield f"{row.line}行目の「{row.name[:20]}」は、都道府県の名前ではありません。"
        elif row.code and row.code.zfill(2) != row.prefecture.code:
            yield f"{row.line}行目のコード「{row.code[:20]}」は、{row.name}の{row.prefecture.code}と違います。"
    seen = Counter(row.prefecture.code for row in rows if row.prefecture)
    for code, prefecture in PREFECTURES.items():
        if seen[code] != 1:
            yield f"{prefecture.name}の行が{seen[code]}行あります。1行にしてください。"


def _totals(sheet: Sheet) -> Iterator[str]:
    if len(sheet.totals) > 1:
        yield f"「計」の行が{len(sheet.totals)}行あります。1行にしてください。"


def _sums(sheet: Sheet) -> Iterator[str]:
    for row in sheet.totals[:1]:
        for column in COLUMNS:
            added, printed = sum(r.figures[column.key] for r in sheet.rows), row.figures[column.key]
            if added != printed:
                yield (
                    f"{column.header}：47都道府県の合計{added:,}が、計{printed:,}と{abs(added - printed):,}違います。"
                )


def _parts(rows: list[Row]) -> Iterator[str]:
    for row in rows:
        for column in COLUMNS:
            part, whole = row.figures.get(column.key, 0), row.figures.get(column.whole)
            if whole is not None and part > whole:
                header = BY_KEY[column.whole].header
                yield f"{row.line}行目（{row.name}）：{column.header}{part:,}が、{header}{whole:,}より多くなっています。"


def _more_than(sheet: Sheet, smaller: str, larger: str) -> Iterator[str]:
    for row in sheet.rows:
        less, more = row.figures[smaller], row.figures[larger]
        if less > more:
            yield (
                f"{row.name}：{BY_KEY[smaller].header}{less:,}が、"
                f"{BY_KEY[larger].header}{more:,}より多くなっています。"
            )


def _phone(row: Row, known: str) -> Iterator[str]:
    try:
        number = phone_digits(row.phone)
    except Mistake:
        yield f"{row.name}：連絡先「{row.phone}」は、市外局番からの電話番号ではありません。"
        return
    if known and known != number:
        yield f"{row.name}：連絡先が、名簿の{format_phone(known)}から{format_phone(number)}に変わっています。"


def _shrunk(row: Row, before: Figures) -> Iterator[str]:
    for column in COLUMNS:
        figure = row.figures[column.key]
        if figure < before.get(column.key, 0):
            yield f"{row.name}：{column.header}が、前回の{before[column.key]:,}から{figure:,}に減っています。"
