"""Steps 1 and 2 of the path as a hospital's clerk lives them: the form of five blocks, its proof, its correction."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.post_office import PostOffice, text_of
from tests.journeys.visitor import Visitor

CLERK = "yamada@minato.example"
TITLE = "発熱外来の看護師"
INSTITUTIONS = """\
140112482,0112482,医療法人社団みなと会 みなと中央病院,231-0017,横浜市中区港町１－１
140112490,0112490,みなと皮膚科,231-0021,横浜市中区日本大通３
010112489,0112489,医療法人 愛全病院,005-0813,札幌市南区川沿１３条２丁目１番３８号
"""


def import_institutions(folder: Path) -> None:
    """Load a national list of three, as an installation does."""
    path = folder / "institutions.csv"
    path.write_text(INSTITUTIONS)
    call_command("import_institutions", path, verbosity=0)


def register(visit: Callable[..., Visitor], post_office: PostOffice) -> None:
    """From the first page to a number and a due date; stopped half-way and gone on from another browser."""
    clerk = visit()
    clerk.open("/")
    clerk.follow("募集の申請を始める")
    clerk.press("募集の申請を始める")
    clerk.reads_heading("申請の入力")
    fill_pay(clerk)
    keep_for_later(clerk)
    clerk = visit()
    clerk.open(post_office.link_to(CLERK, "申請の入力を続けるためのリンク"))
    expect(clerk.row("給与・保険")).to_contain_text("入力済み")
    fill_work(clerk)
    find_institution(clerk)
    fill_contact(clerk)
    clerk.follow("申請の入力")
    fill_intake(clerk)
    fill_conditions(clerk)
    hand_in(clerk)
    prove(clerk, post_office)


def fill_pay(clerk: Visitor) -> None:
    """The fourth block first, with one mistake, which is corrected without typing anything else again."""
    clerk.follow("4. 給与・保険")
    clerk.choose("賃金形態", "時給")
    clerk.fill("賃金の下限", "２，３００円")
    clerk.fill("賃金の上限", "230")
    clerk.choose("固定残業代", "なし")
    clerk.choose("通勤手当", "実費支給")
    clerk.choose("加入保険", "健康保険", "厚生年金", "雇用保険", "労災保険")
    clerk.press("保存して次へ")
    expect(clerk.page.get_by_role("alert")).to_contain_text("入力内容を1か所、直してください")
    assert clerk.page.title().startswith("エラー：")
    clerk.page.get_by_role("alert").get_by_role("link").click()
    expect(clerk.question("賃金の上限")).to_be_focused()
    clerk.fill("賃金の上限", "2,800")
    clerk.press("保存して次へ")
    clerk.sees("給与・保険を保存しました")


def keep_for_later(clerk: Visitor) -> None:
    """一時保存: the link comes by mail."""
    clerk.follow("申請の入力")
    clerk.fill("メールアドレス", CLERK)
    clerk.press("リンクをメールで受け取る")
    clerk.sees("入力を続けるためのリンクをメールで送りました")


def fill_work(clerk: Visitor) -> None:
    """The second block; the address comes from the postal code."""
    clerk.follow("2. 仕事の内容")
    clerk.choose("募集区分", "一般(感染症対応等)")
    clerk.pick("職種", "看護師")
    clerk.fill("募集タイトル", TITLE)
    clerk.fill("募集人数", 1)
    clerk.fill("仕事の内容", "発熱外来で、問診と検体の採取を担当します。女性の方歓迎です。")
    clerk.choose("業務の変更の範囲", "変更なし")
    clerk.choose("就業場所の変更の範囲", "変更なし")
    clerk.choose("受動喫煙防止措置", "敷地内禁煙")
    clerk.choose("施設名の公開", "公開する")
    clerk.fill("勤務地の郵便番号", "２３１−００１７")
    clerk.press("住所を入れる")
    expect(clerk.question("勤務地の市区町村")).to_have_value("横浜市中区")
    expect(clerk.question("募集タイトル")).to_have_value(TITLE)
    clerk.fill("勤務地の町名・番地", "港町1-1")
    clerk.press("保存して次へ")


def find_institution(clerk: Visitor) -> None:
    """The first block: a part of the name finds the hospital, which brings code, name and address."""
    clerk.follow("申請の入力")
    clerk.follow("1. 施設と担当者")
    clerk.fill("医療機関の名称かコード", "みなと　病院")
    clerk.press("医療機関をさがす")
    clerk.sees("1件見つかりました")
    clerk.press("この医療機関を入れる")
    expect(clerk.question("機関の名称")).to_have_value("医療法人社団みなと会 みなと中央病院")
    expect(clerk.question("市区町村")).to_have_value("横浜市中区")


def fill_contact(clerk: Visitor) -> None:
    """What the list does not know: the kind, and who answers."""
    clerk.pick("機関の種類", "病院")
    clerk.fill("担当部署", "看護部")
    clerk.fill("担当者の氏名", "山田 涼")
    clerk.fill("担当者の電話番号", "045-671-0000")
    clerk.fill("担当者のメールアドレス", CLERK)
    clerk.press("保存して次へ")
    clerk.sees("施設と担当者を保存しました")


def fill_intake(clerk: Visitor) -> None:
    """The fifth block; the period is suggested."""
    clerk.follow("5. 応募の受付と誓約")
    clerk.choose("研修の実施主体", "この施設")
    clerk.fill("研修の予定時期", "採用時に半日")
    clerk.choose("研修時間の給与", "支給する")
    clerk.tick("採用した方に、募集で示した研修を受講させ")
    clerk.choose("選考方法", "面接(対面)")
    clerk.fill("結果を知らせるまでの日数", 7)
    clerk.choose("電話番号の公開", "公開しない")
    clerk.choose("民間職業紹介事業者への周知", "知らせる")
    clerk.press("下書きに保存")
    clerk.sees("応募の受付と誓約を下書きに保存しました")


def fill_conditions(clerk: Visitor) -> None:
    """The third block last, with a rest that is too short: nothing stops here, it is asked about later."""
    start = timezone.localdate() + timedelta(days=14)
    clerk.follow("3. 勤務の条件")
    clerk.choose("雇用形態", "非常勤")
    clerk.choose("任用・雇用の別", "雇用契約")
    clerk.choose("派遣労働者として雇用", "しない")
    clerk.choose("契約期間", "期間の定めあり")
    clerk.fill_day("契約の始まり", start)
    clerk.fill_day("契約の終わり", start + timedelta(days=89))
    clerk.choose("更新の有無", "更新なし")
    clerk.choose("試用期間", "なし")
    clerk.pick("勤務形態", "日勤のみ")
    clerk.group("就業時間").get_by_label("開始").first.fill("8:30")
    clerk.group("就業時間").get_by_label("終了").first.fill("17時")
    clerk.fill("休憩時間", 30)
    clerk.choose("勤務日数", "週の日数で決める")
    clerk.fill("勤務日数の日数", 3)
    clerk.choose("所定外労働", "なし")
    clerk.choose("休日", "シフトによる")
    clerk.press("保存して次へ")


def hand_in(clerk: Visitor) -> None:
    """The last look: what only asks is ticked, and then it goes."""
    clerk.follow("申請の入力")
    clerk.follow("入力した内容を確認する")
    clerk.reads_heading("申請の確認")
    clerk.sees("「女性の方歓迎」は性別を限る言葉です", "休憩は45分以上が必要です")
    clerk.press("この内容で提出する")
    expect(clerk.page.get_by_role("alert")).to_contain_text("チェックを入れてください")
    clerk.tick("上の項目を確認しました。このまま提出します。")
    clerk.press("この内容で提出する")
    clerk.sees("まだ受け付けは終わっていません", CLERK)


def prove(clerk: Visitor, post_office: PostOffice) -> None:
    """The mailed link shows a button; the button makes it received."""
    link = post_office.link_to(CLERK, "メールアドレスを確認してください")
    clerk.open(link)
    clerk.press("申請を提出する")
    clerk.reads_heading("申請を受け付けました")
    number = clerk.page.locator(".complete__number b").inner_text()
    receipt = text_of(post_office.the_mail_to(CLERK, f"申請を受け付けました（{number}）"))
    due = receipt.partition("確認の期限：")[2].partition("\n")[0].strip()
    clerk.sees(due)
    clerk.page.reload()
    clerk.reads_heading("申請を受け付けました")


def correct(visit: Callable[..., Visitor], post_office: PostOffice) -> None:
    """The signed link opens what was typed, with the office's reasons beside the fields."""
    clerk = visit(phone=True)
    reasons = text_of(post_office.the_mail_to(CLERK, "申請の内容を直してください"))
    assert "発熱外来の1日の流れを書き足してください" in reasons
    clerk.open(post_office.link_to(CLERK, "申請の内容を直してください"))
    clerk.sees("運営事務局から、直していただく項目があります", "休憩は45分以上が必要です")
    clerk.follow("2. 仕事の内容")
    clerk.sees("発熱外来の1日の流れを書き足してください")
    expect(clerk.question("募集タイトル")).to_have_value(TITLE)
    clerk.fill(
        "仕事の内容", "発熱外来で、問診と検体の採取を担当します。午前は20人ほど、午後は10人ほどの方が来ます。"
    )
    clerk.press("保存して次へ")
    clerk.fill("休憩時間", 60)
    clerk.press("保存して次へ")
    clerk.sees("勤務の条件を保存しました")
    clerk.follow("申請の入力")
    clerk.follow("入力した内容を確認する")
    clerk.press("この内容で提出する")
    clerk.reads_heading("申請の状況")
