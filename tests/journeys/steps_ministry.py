"""The ministry counts what was posted, hired and trained, and takes it home as files."""

from playwright.sync_api import expect

from tests.journeys.steps_registration import TITLE
from tests.journeys.visitor import Visitor


def count(mori: Visitor, number: str) -> None:
    """The posting in the list, the hire and the report in the counts, both in files that Excel opens."""
    mori.open("/ministry/")
    expect(mori.row(number)).to_contain_text(TITLE)
    public = mori.download("公開項目をCSVで保存する").path().read_text("utf-8-sig")
    assert number in public and "みなと中央病院" in public
    everything = _take_all(mori)
    assert everything.startswith(b"\xef\xbb\xbf") and TITLE.encode() in everything
    mori.follow("研修と採用")
    figures = ["1名", "1名", "0名", "0名", "0名", "0名", "0件"]
    expect(mori.row("神奈川県").get_by_role("cell")).to_have_text(figures)
    mori.follow("採用と研修の表を書き出す")
    mori.choose("書き出す内容", "研修受講報告")
    mori.fill("利用の目的", "11月の採用実績の報告")
    reports = mori.download("この表をCSVで保存する", "button").path().read_text("utf-8-sig")
    assert "新型感染症の基礎研修" in reports and "中村" not in reports
    mori.follow("件数")
    mori.sees("都道府県×職種の件数")
    mori.follow("送信した手紙")
    expect(mori.row("新着の募集（都道府県・調整本部）")).to_contain_text([number])
    mori.does_not_see("news@recruiter.example")


def _take_all(mori: Visitor) -> bytes:
    """Every field of every posting: the ministry says what for, and the file begins to arrive."""
    mori.follow("全項目を書き出す")
    mori.fill("利用の目的", "11月の募集状況の報告")
    mori.choose_containing("形式", "CSV")
    return mori.download("を書き出す", "button").path().read_bytes()
