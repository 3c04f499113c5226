"""Step 2 of the path as the operations office lives it: the queue, the check, reasons, the confirmation."""

from playwright.sync_api import expect

from tests.journeys.steps_registration import CLERK, TITLE
from tests.journeys.visitor import Visitor


def send_back(okada: Visitor) -> None:
    """Okada reads the posting as the public will, and returns it: one finding ticked, one reason written."""
    okada.open("/office/")
    line = okada.row("みなと中央病院")
    expect(line).to_contain_text("新規の申請")
    okada.follow("KN-", inside=line)
    okada.reads_heading(TITLE)
    okada.sees("2,300円", "横浜市中区", "点検", "休憩は45分以上が必要です")
    okada.unfold("差し戻す")
    okada.press("理由を付けて差し戻す")
    expect(okada.page.get_by_role("alert")).to_contain_text("理由を付けてください")
    okada.choose_containing("自動の点検で見つかったこと", "休憩は45分以上が必要です")
    okada.pick("項目1", "仕事の内容")
    okada.fill("理由1（自分で書く）", "発熱外来の1日の流れを書き足してください")
    okada.press("理由を付けて差し戻す")
    okada.does_not_see("理由を付けて差し戻す")


def confirm(okada: Visitor) -> None:
    """What was corrected stands beside what it was; the confirmation issues the account."""
    okada.open("/office/")
    line = okada.row("みなと中央病院")
    expect(line).to_contain_text("1回")
    okada.follow("KN-", inside=line)
    okada.sees("前回の提出から変わったところ", "60分", CLERK)
    okada.press("確認済みにする")
    okada.does_not_see("確認済みにする")
