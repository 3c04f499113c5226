"""The checks of a report: one wrong cell anywhere is found, and named by column and difference."""

import re

import pytest

from nursecenter.checking import by_prefecture, errors, totals, warnings
from nursecenter.columns import COLUMNS
from nursecenter.importing import SHIPPED
from nursecenter.reading import Row, read
from tests.nursecenter.sheets import FIRST_FIGURE, PHONE, TOTAL, Cells, cells, with_cell, written

SHEET = read(SHIPPED.read_bytes())


def found(table: Cells) -> list[str]:
    return errors(read(written(table)))


def test_the_shipped_table_adds_up_in_all_seven_columns() -> None:
    assert errors(SHEET) == []


@pytest.mark.parametrize("position", range(len(COLUMNS)))
@pytest.mark.parametrize("change", [1, 250])
def test_one_changed_cell_in_any_row_is_refused_naming_column_and_difference(
    position: int, change: int
) -> None:
    column = COLUMNS[position]
    total = SHEET.totals[0].figures[column.key]
    for line, row in enumerate(cells()[2:], start=2):
        figure = int(row[FIRST_FIGURE + position])
        sentences = errors(read(with_cell(line, FIRST_FIGURE + position, str(figure + change))))
        assert sentences[-1] == (
            f"{column.header}：47都道府県の合計{total + change:,}が、計{total:,}と{change:,}違います。"
        )
        assert not [sentence for sentence in sentences[:-1] if "より多く" not in sentence]


@pytest.mark.parametrize("position", range(len(COLUMNS)))
def test_a_changed_total_is_refused_naming_the_column(position: int) -> None:
    column = COLUMNS[position]
    total = SHEET.totals[0].figures[column.key]
    sentences = errors(read(with_cell(TOTAL, FIRST_FIGURE + position, str(total - 1))))
    assert f"{column.header}：47都道府県の合計{total:,}が、計{total - 1:,}と1違います。" in sentences


def test_two_columns_may_be_wrong_at_once() -> None:
    table = cells()
    table[5][2], table[6][5] = "0", "999"
    assert [sentence.partition("：")[0] for sentence in found(table)] == ["求職者数", "紹介人数"]


@pytest.mark.parametrize(("line", "part", "whole"), [(19, 4, 3), (37, 7, 6), (TOTAL, 4, 3)])
def test_a_part_is_never_more_than_its_whole(line: int, part: int, whole: int) -> None:
    table = cells()
    table[line][part] = str(int(table[line][whole]) + 1)
    assert any("より多くなっています" in sentence for sentence in found(table))


def test_a_missing_prefecture_is_named_and_no_sum_is_blamed() -> None:
    table = cells()
    del table[14]
    assert found(table) == ["東京都の行が0行あります。1行にしてください。"]


def test_a_prefecture_that_stands_twice_is_named() -> None:
    table = cells()
    assert found([*table, table[14]]) == ["東京都の行が2行あります。1行にしてください。"]


def test_a_name_that_is_no_prefecture_is_named_with_its_line() -> None:
    sentences = errors(read(with_cell(14, 1, "東京府")))
    assert sentences[0] == "15行目の「東京府」は、都道府県の名前ではありません。"


def test_a_code_of_another_prefecture_is_named_and_a_lost_zero_is_not() -> None:
    assert errors(read(with_cell(14, 0, "14"))) == ["15行目のコード「14」は、東京都の13と違います。"]
    assert errors(read(with_cell(2, 0, "1"))) == []


def test_two_totals_are_refused() -> None:
    table = cells()
    assert "「計」の行が2行あります。1行にしてください。" in found([*table, table[TOTAL]])


def test_an_unreadable_figure_is_refused() -> None:
    assert errors(read(with_cell(5, 2, "多数"))) == [
        "6行目（宮城県）の求職者数は「多数」です。0以上の整数にしてください。"
    ]


def test_the_shipped_table_gives_the_24_warnings_of_the_four_relations() -> None:
    given = warnings(SHEET, {}, {})
    kinds = [re.sub(r"[0-9,]+", "", sentence.partition("：")[2]) for sentence in given]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "就業者数が、紹介人数より多くなっています。": 5,
        "就業者数が、求職者数より多くなっています。": 7,
        "就業者数が、求人数より多くなっています。": 6,
        "紹介人数が、求人数より多くなっています。": 6,
    }
    assert "山形県：就業者数33が、紹介人数29より多くなっています。" in given


def test_a_phone_that_changed_or_is_none_is_a_warning() -> None:
    assert "北海道：連絡先が、名簿の011-000-0000から011-863-6794に変わっています。" in warnings(
        SHEET, {"01": "0110000000"}, {}
    )
    odd = read(with_cell(2, PHONE, "863-6794"))
    assert "北海道：連絡先「863-6794」は、市外局番からの電話番号ではありません。" in warnings(odd, {}, {})
    assert len(warnings(SHEET, {"01": "0118636794"}, {})) == 24


def test_a_cumulative_figure_that_shrank_is_a_warning() -> None:
    given = warnings(SHEET, {}, {"13": {"seekers": 831, "offers": 534}})
    assert len(given) == 25
    assert "東京都：求職者数が、前回の831から830に減っています。" in given


def test_without_a_total_the_sums_stand_in_and_it_is_said() -> None:
    table = cells()
    del table[TOTAL]
    sheet = read(written(table))
    assert errors(sheet) == []
    assert totals(sheet) == totals(SHEET)
    assert any("計算値" in sentence for sentence in warnings(sheet, {}, {}))


def test_rows_come_in_the_order_of_the_codes() -> None:
    table = cells()
    rows: dict[str, Row] = by_prefecture(read(written([table[0], table[1], *reversed(table[2:])])))
    assert list(rows) == [f"{code:02}" for code in range(1, 48)]
