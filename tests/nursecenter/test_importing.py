"""A report is kept whole or not at all, once, and shown only when it is published."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from facilities.models import Desk
from keynet.outbox.models import Event
from nursecenter.facts import Facts, read_facts
from nursecenter.importing import SHIPPED, Refused, ensure_shipped_report, import_report
from nursecenter.models import StatColumn, StatReport
from tests.nursecenter.sheets import TOTAL, cells, with_cell, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def facts() -> Facts:
    return read_facts(SHIPPED.with_suffix(".toml").read_text(encoding="utf-8"))


def test_the_kept_report_holds_everything_the_file_says(facts: Facts) -> None:
    report = import_report(SHIPPED.read_bytes(), facts).report
    report.refresh_from_db()
    assert bytes(report.source) == SHIPPED.read_bytes()
    assert report.totals == [9828, 8322, 1241, 6068, 3995, 591, 2114]
    assert report.rows.count() == 47
    assert report.rows.get(prefecture="36").figures == [42, 155, 92, 71, 192, 144, 102]
    assert report.rows.get(prefecture="13").phone_as_printed == "03-5309-2065"
    assert [c.part_of for c in report.columns.all()] == ["", "", "offers", "", "", "placements", ""]
    assert StatColumn.objects.get(key="placements_vaccination").period_from == date(2021, 2, 1)
    assert [note.text for note in report.notes.all()] == [note.text for note in facts.notes]
    assert len(report.warnings) == 24
    assert report.published_at is None


def test_a_table_that_does_not_add_up_leaves_nothing_behind(facts: Facts) -> None:
    with pytest.raises(Refused, match="求人数：47都道府県の合計8,323が、計8,322と1違います。"):
        import_report(with_cell(2, 3, "356"), facts)
    assert not StatReport.objects.exists()


def test_the_same_file_is_kept_once(facts: Facts) -> None:
    first = import_report(SHIPPED.read_bytes(), facts)
    again = import_report(SHIPPED.read_bytes(), facts)
    assert (first.is_new, again.is_new) == (True, False)
    assert first.report == again.report
    assert StatReport.objects.count() == 1


def test_a_later_report_is_compared_with_the_one_before_and_takes_its_place(facts: Facts) -> None:
    shipped = ensure_shipped_report()
    Desk.objects.create(kind="nurse_center", prefecture="01", name="北海道ナースセンター", phone="0110000000")
    table = cells()
    table[2][2], table[TOTAL][2] = "518", "9827"
    report = import_report(written(table), replace(facts, as_of=facts.as_of + timedelta(days=7))).report
    assert "北海道：求職者数が、前回の519から518に減っています。" in report.warnings
    assert "北海道：連絡先が、名簿の011-000-0000から011-863-6794に変わっています。" in report.warnings
    assert StatReport.objects.published().first() == shipped, "a draft shows nothing"
    call_command("import_nursecenter_report", SHIPPED, "--publish", verbosity=0)
    assert StatReport.objects.published().first() == shipped


def test_without_a_total_the_sums_are_kept_as_sums(facts: Facts) -> None:
    table = cells()
    del table[TOTAL]
    report = import_report(written(table), facts).report
    assert report.totals_are_sums
    assert report.totals[0] == 9828


def test_a_new_installation_publishes_the_shipped_table_once() -> None:
    report = ensure_shipped_report()
    assert ensure_shipped_report() == report
    assert StatReport.objects.published().count() == 1
    assert Event.objects.about(report).filter(name="report.published").count() == 1


def test_the_command_says_what_agrees_and_what_to_look_at(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("import_nursecenter_report", SHIPPED)
    said = capsys.readouterr().out
    assert said.count("✔") == 7
    assert "✔ 就業者数うちワクチン接種業務：47都道府県の合計591が、計と一致しました" in said
    assert "注意 24件" in said
    assert "取り込みました（下書き）" in said
    call_command("import_nursecenter_report", SHIPPED, "--publish")
    said = capsys.readouterr().out
    assert "取り込み済み" in said
    assert "公開しました" in said
    assert StatReport.objects.published().exists()


def test_the_command_refuses_in_words(tmp_path: Path) -> None:
    changed = tmp_path / "changed.csv"
    changed.write_bytes(with_cell(2, 3, "356"))
    with pytest.raises(CommandError, match=r"表の説明|読めません"):
        call_command("import_nursecenter_report", changed)
    with pytest.raises(CommandError, match="✘ 求人数：47都道府県の合計8,323が、計8,322と1違います。\n何も"):
        call_command("import_nursecenter_report", changed, facts=SHIPPED.with_suffix(".toml"))
    with pytest.raises(CommandError, match="読めません"):
        call_command("import_nursecenter_report", tmp_path / "missing.csv")
    with pytest.raises(CommandError, match="見出し"):
        call_command("import_nursecenter_report", __file__, facts=SHIPPED.with_suffix(".toml"))
