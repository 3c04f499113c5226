"""Step 8 of the path: the facility reads the application, invites, offers, hires; every mail is read before it goes."""

from datetime import timedelta

from django.utils import timezone

from tests.journeys.post_office import PostOffice, text_of
from tests.journeys.steps_registration import CLERK
from tests.journeys.steps_seeker import NAKAMURA
from tests.journeys.visitor import Visitor


def invite(clerk: Visitor, post_office: PostOffice) -> None:
    """The applicant is seen on a page of one's own; the invitation is read before it goes."""
    told = text_of(post_office.the_mail_to(CLERK, "新しい応募が届きました"))
    assert "中村" not in told
    clerk.follow("応募者")
    clerk.follow("A-")
    clerk.sees("中村 優子", "090-1234-5678", "週3日まで")
    clerk.press("確認を始める")
    clerk.follow("面接を案内する")
    day = timezone.localdate() + timedelta(days=3)
    clerk.fill("面接の候補の日時", f"{day.month}月{day.day}日 10:00")
    clerk.fill("場所", "本館2階 会議室")
    _send(clerk)
    words = text_of(post_office.the_mail_to(NAKAMURA, "面接のご案内"))
    assert "10:00から30分" in words and "本館2階 会議室" in words


def offer(clerk: Visitor, post_office: PostOffice) -> None:
    """The offer, written anew once after it was read."""
    clerk.follow("内定を知らせる")
    clerk.press("送るメールを確かめる")
    clerk.press("書き直す")
    clerk.fill("応募した方への連絡", "内定です。12月中旬から働いていただけますか。")
    _send(clerk)
    assert "12月中旬から" in text_of(post_office.the_mail_to(NAKAMURA, "内定のお知らせ"))


def hire(clerk: Visitor, post_office: PostOffice) -> None:
    """The acceptance is seen; the licence was looked at; the place is taken."""
    post_office.the_mail_to(CLERK, "応募した方から返事がありました")
    clerk.page.reload()
    clerk.sees("内定が承諾されました")
    clerk.follow("採用を知らせる")
    clerk.fill_day("勤務を始める日", timezone.localdate() + timedelta(days=14))
    clerk.fill_day("免許証の原本を確認した日", timezone.localdate())
    clerk.fill("免許証の原本を確認した人", "看護部長 林")
    clerk.choose("募集の条件と実際の条件の相違", "相違なし")
    _send(clerk)
    clerk.sees("充足しました")
    post_office.the_mail_to(NAKAMURA, "採用のお知らせ")


def _send(clerk: Visitor) -> None:
    clerk.press("送るメールを確かめる")
    clerk.reads_heading("このメールを送ります")
    clerk.sees(NAKAMURA, "みなと中央病院")
    clerk.press("このメールを送る")
