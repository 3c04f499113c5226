"""Reading a report: every form in which the table is handed around gives the same figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keynet.vocabulary.mistakes import Mistake
from nursecenter.columns import COLUMNS
from nursecenter.importing import SHIPPED
from nursecenter.reading import Sheet, dialect, read
from tests.nursecenter.sheets import (
    FIRST_FIGURE,
    HEADER,
    TOTAL,
    as_in_the_circular,
    cells,
    with_cell,
    written,
)


def figures(sheet: Sheet) -> dict[str, dict[str, int]]:
    return {row.name: row.figures for row in [*sheet.totals, *sheet.rows]}


AS_SHIPPED = figures(read(SHIPPED.read_bytes()))


def test_the_shipped_table_has_47_rows_seven_columns_and_its_total() -> None:
    assert len(AS_SHIPPED) == 48
    assert AS_SHIPPED["計"] == {
        "seekers": 9828,
        "offers": 8322,
        "offers_vaccination": 1241,
        "introductions": 6068,
        "placements": 3995,
        "placements_vaccination": 591,
        "trained": 2114,
    }
    assert AS_SHIPPED["徳島県"]["placements_vaccination"] == 144


@pytest.mark.parametrize(
    "source",
    [
        as_in_the_circular(),
        written(cells(), encoding="utf-8-sig"),
        written(cells(), encoding="cp932"),
        written(cells(), delimiter="\t", encoding="cp932"),
        written([cells()[HEADER], *cells()[2:], cells()[TOTAL]]),
        written([*cells(), ["", "", "", "", "", "", "", "", "", ""]]),
        SHIPPED.read_bytes().replace(b"\r\n", b"\n"),
    ],
    ids=["circular", "bom", "cp932", "tabs", "total last", "blank line", "unix"],
)
def test_every_form_of_the_file_gives_the_same_figures(source: bytes) -> None:
    assert figures(read(source)) == AS_SHIPPED
    assert read(source).unread == read(source).assumed == []


@pytest.mark.parametrize("printed", ["1,234", "1，234", "１２３４", " 1234 ", "<b>1234</b>", "01234"])
def test_a_figure_may_be_wide_marked_up_or_with_commas(printed: str) -> None:
    assert read(with_cell(5, FIRST_FIGURE, printed)).rows[3].figures["seekers"] == 1234


@pytest.mark.parametrize("position", range(len(COLUMNS)))
@pytest.mark.parametrize("printed", ["12人", "-5", "1.5", "約40", "1e3", "٣", "12345678901", "x" * 5000])
def test_anything_else_is_named_with_line_and_column(printed: str, position: int) -> None:
    (sentence,) = read(with_cell(5, FIRST_FIGURE + position, printed)).unread
    assert sentence.startswith(f"6行目（宮城県）の{COLUMNS[position].header}は")
    assert len(sentence) < 100


@pytest.mark.parametrize("printed", ["", "-", "–", "―"])
def test_a_dash_or_nothing_is_zero_and_said(printed: str) -> None:
    sheet = read(with_cell(5, FIRST_FIGURE, printed))
    assert sheet.rows[3].figures["seekers"] == 0
    assert len(sheet.assumed) == 1


def test_an_unknown_column_is_passed_over_and_said() -> None:
    table = [[*row, "備考"] for row in cells()]
    sheet = read(written(table))
    assert figures(sheet) == AS_SHIPPED
    assert sheet.assumed == ["「備考」の列は読みませんでした。"]


@pytest.mark.parametrize("position", range(1, 10))
def test_a_missing_head_is_named(position: int) -> None:
    with pytest.raises(Mistake, match=r"見出しに「.+」がありません"):
        read(with_cell(HEADER, position, "別の見出し"))


def test_a_head_that_stands_twice_is_named() -> None:
    with pytest.raises(Mistake, match="見出しに「求人数」が2つあります"):
        read(written([[*row, row[3]] for row in cells()]))


def test_an_unquoted_comma_inside_a_figure_is_not_read_as_two_figures() -> None:
    broken = SHIPPED.read_bytes().replace("13,東京都,830".encode(), "13,東京都,8,30".encode())
    assert read(broken).unread == ["15行目の欄が11個あります。見出しと同じ10個にしてください。"]


@pytest.mark.parametrize(
    "source", [b"", b"\r\n\r\n", b"\xef\xbb\xbf", b"\x82", b'\xff\xfe"', b'"open', b"PK\x03\x04"]
)
def test_what_is_no_table_is_refused_in_words(source: bytes) -> None:
    with pytest.raises(Mistake, match=r"。$"):
        read(source)


def test_a_workbook_is_refused_with_what_to_do_instead() -> None:
    with pytest.raises(Mistake, match="CSV（UTF-8）で保存し直してください"):
        read(b"PK\x03\x04\x14\x00\x06\x00")


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(source: bytes) -> None:
    try:
        read(source)
    except Mistake as mistake:
        assert mistake.sentence.endswith("。")


def test_the_download_names_encoding_and_kind() -> None:
    assert dialect(SHIPPED.read_bytes()).media_type == "text/csv; charset=utf-8"
    tabs = written(cells(), delimiter="\t", encoding="cp932")
    assert dialect(tabs).media_type == "text/tab-separated-values; charset=Shift_JIS"
