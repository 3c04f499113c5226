"""Steps 3, 4, 9 and 10 of the path: the first login, the publication, its letters, the training, the end."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.post_office import PostOffice, text_of
from tests.journeys.steps_registration import CLERK, TITLE
from tests.journeys.visitor import Visitor

PASSWORD = "みなとの鐘が朝と夕に三度鳴る"
PREFECTURE, CENTER, RECRUITER = "iryo@kanagawa.example", "center@nurse.example", "news@recruiter.example"


def log_in_first(clerk: Visitor, post_office: PostOffice) -> None:
    """The mailed link asks for a password and leads to the six steps; it works once."""
    link = post_office.link_to(CLERK, "初回ログインのご案内")
    clerk.open(link)
    clerk.fill("新しいパスワード", "みじかい")
    clerk.fill("新しいパスワード（もう一度）", "みじかい")
    clerk.press("パスワードを決めてログインする")
    expect(clerk.page.get_by_role("alert")).to_contain_text("直してください")
    clerk.fill("新しいパスワード", PASSWORD)
    clerk.fill("新しいパスワード（もう一度）", PASSWORD)
    clerk.press("パスワードを決めてログインする")
    clerk.reads_heading("みなと中央病院")
    expect(clerk.page.locator("ol.steps li")).to_have_count(6)
    expect(clerk.page.locator("ol.steps [aria-current=step]")).to_contain_text("公開")
    home = clerk.page.url
    clerk.open(link, status=410)
    clerk.sees("このリンクは、すでに使われています")
    clerk.open(home)


def publish(clerk: Visitor) -> str:
    """What seekers will see is looked at, then the facility itself publishes; returns the posting's number."""
    clerk.follow(TITLE)
    clerk.sees("まだ公開されていません")
    clerk.follow("求職者からの見え方を確かめる")
    clerk.sees("公開すると、このように見えます", "2,300円")
    clerk.follow("募集のページに戻る")
    clerk.follow("公開に進む")
    clerk.sees("お知らせのメールが届く相手", "神奈川県", "ナースセンター")
    clerk.press("この募集を公開する")
    clerk.sees("応募を受け付けています")
    number = clerk.page.url.rstrip("/").rpartition("/")[2]
    clerk.follow("公開のページを開く")
    clerk.reads_heading(TITLE)
    clerk.page.go_back()
    return number


def everyone_is_told_once(post_office: PostOffice, number: str) -> None:
    """The prefecture, its nurse center, and the recruiter with the five items of the circular."""
    for _ in range(2):
        for address in (PREFECTURE, CENTER, RECRUITER):
            post_office.the_mail_to(address, "新着募集 神奈川県 看護師 1件")
    assert number in text_of(post_office.the_mail_to(PREFECTURE, "新着募集"))
    assert "045-671-0000" in text_of(post_office.the_mail_to(CENTER, "新着募集"))
    news = text_of(post_office.the_mail_to(RECRUITER, "新着募集"))
    items = [
        "■1 新しい募集",
        "■2 医療のお仕事 Key-Net",
        "■3 神奈川県内の求職者の受付窓口",
        "■4 ハローワーク",
        "■5",
    ]
    assert all(item in news for item in items)
    assert number in news and "神奈川県ナースセンター" in news
    assert "045-671-0000" not in news and "山田" not in news


def report_training(clerk: Visitor) -> None:
    """The hired nurse was trained; the report holds no name."""
    clerk.follow("採用と研修")
    clerk.follow("研修を報告する")
    clerk.choose("研修の実施主体", "この施設")
    clerk.fill("研修の名称", "新型感染症の基礎研修")
    clerk.fill_day("受講日", timezone.localdate() + timedelta(days=1))
    clerk.fill("時間数", "３．５")
    clerk.press("研修の受講を報告する")
    expect(clerk.page.get_by_role("alert")).to_contain_text("今日までの日付にしてください")
    clerk.fill_day("受講日", timezone.localdate())
    clerk.press("研修の受講を報告する")
    clerk.sees("報告済み")


def end_when_filled(clerk: Visitor) -> None:
    """The banner says that all places are taken; one click ends the posting with its reason."""
    clerk.follow("募集", inside=clerk.page.get_by_role("banner"))
    clerk.follow(TITLE)
    clerk.sees("充足しました")
    clerk.press("充足したので公開を終了する")
    clerk.sees("募集は終了しました", "充足")


def everyone_is_told_of_the_end(post_office: PostOffice, number: str) -> None:
    """Whoever was told of the posting is told of its end, once."""
    for address in (PREFECTURE, CENTER, RECRUITER):
        told = text_of(post_office.the_mail_to(address, f"募集の終了 {number}"))
        assert "理由：充足" in told
