"""Steps 6 and 7 of the path: Nakamura searches, applies and answers on a phone whose browser runs no JavaScript."""

from playwright.sync_api import expect

from tests.journeys.post_office import PostOffice, text_of
from tests.journeys.steps_registration import TITLE
from tests.journeys.visitor import Visitor

NAKAMURA = "nakamura@seeker.example"


def search(nakamura: Visitor) -> None:
    """From the first page by occupation and prefecture to the posting."""
    nakamura.open("/")
    nakamura.choose("職種", "看護師")
    nakamura.pick("都道府県", "神奈川県")
    nakamura.press("求人をさがす")
    nakamura.reads_heading("看護師の求人（神奈川県）")
    nakamura.sees("1件の求人があります")
    nakamura.follow(TITLE)
    nakamura.sees("みなと中央病院", "2,300円", "敷地内禁煙", "神奈川県ナースセンター")


def apply(nakamura: Visitor, post_office: PostOffice) -> None:
    """The form, one mistake, the last look with consent, the code from the mail, the receipt."""
    nakamura.follow("この求人に応募する")
    fill_application(nakamura)
    nakamura.fill("電話番号", "090")
    nakamura.press("入力した内容を確認する")
    expect(nakamura.page.get_by_role("alert")).to_contain_text("入力内容を1か所、直してください")
    expect(nakamura.question("姓")).to_have_value("中村")
    nakamura.fill("電話番号", "０９０−１２３４−５６７８")
    send(nakamura)
    enter_code(nakamura, post_office)
    nakamura.reads_heading("応募を受け付けました")
    receipt = text_of(post_office.the_mail_to(NAKAMURA, "応募を受け付けました"))
    assert nakamura.page.locator(".complete__number b").inner_text() in receipt


def fill_application(nakamura: Visitor) -> None:
    """What an application needs, and nothing that selection does not."""
    nakamura.fill("姓", "中村")
    nakamura.fill("名", "優子")
    nakamura.fill("姓のフリガナ", "なかむら")
    nakamura.fill("名のフリガナ", "ユウコ")
    nakamura.fill("メールアドレス", NAKAMURA)
    nakamura.fill("電話番号", "090-1234-5678")
    nakamura.pick("お住まいの都道府県", "神奈川県")
    nakamura.choose("お持ちの資格・職種", "看護師")
    nakamura.fill("働ける日・始められる日", "週3日まで")


def send(nakamura: Visitor) -> None:
    """The last look, and the consent to hand the data to this facility, which cannot be forgotten."""
    nakamura.press("入力した内容を確認する")
    nakamura.sees("090-1234-5678", "病院だけです。ほかの施設や会社には渡しません")
    nakamura.press("この内容で応募する")
    expect(nakamura.page.get_by_role("alert")).to_contain_text("チェックを入れてください")
    nakamura.tick("この施設の選考のために施設へ渡すことに同意します")
    nakamura.press("この内容で応募する")


def enter_code(nakamura: Visitor, post_office: PostOffice) -> None:
    """A wrong code says how many tries are left; the right one is taken in full width."""
    code = post_office.code_to(NAKAMURA)
    nakamura.fill("確認コード", "000000" if code != "000000" else "111111")
    nakamura.press("応募を完了する")
    nakamura.sees("確認コードが違います")
    nakamura.fill("確認コード", code.translate(str.maketrans("0123456789", "０１２３４５６７８９")))
    nakamura.press("応募を完了する")


def accept(nakamura: Visitor, post_office: PostOffice) -> None:
    """The link in the mail leads to the offer; accepting asks once more."""
    nakamura.open(post_office.link_to(NAKAMURA, "内定のお知らせ"))
    nakamura.sees("内定しました", "面接のご案内")
    nakamura.follow("内定を承諾する")
    nakamura.press("内定を承諾する")
    nakamura.sees("内定を承諾したことを施設に知らせました")


def finds_it_closed(nakamura: Visitor, number: str) -> None:
    """The page stays and says plainly that it is over; the list does not show it any more."""
    nakamura.open(f"/postings/{number}/")
    nakamura.sees("この募集は終了しました")
    nakamura.does_not_see("この求人に応募する")
    nakamura.open("/postings/?occ=nurse&pref=14")
    nakamura.sees("0件の求人があります")
    nakamura.does_not_see(TITLE)
