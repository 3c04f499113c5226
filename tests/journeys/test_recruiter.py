"""A recruiter is entered by the office, says yes itself, gets letters, and stops them by a link or in its mail program."""

import pytest
from playwright.sync_api import expect

from facilities.models import Facility
from keynet.accounts.models import User
from tests.builders import make_published
from tests.journeys.conftest import Visit
from tests.journeys.post_office import PostOffice, text_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

RECRUITER = "news@mihon.example"
NEWS = "新着募集"


@pytest.fixture
def said_yes(visit: Visit, post_office: PostOffice, okada: User) -> None:
    """The double opt-in: the office enters, the recruiter presses."""
    office = visit(okada)
    office.open("/office/")
    office.follow("紹介事業者")
    office.follow("事業者を登録する")
    office.fill("事業者の名称", "見本人材紹介")
    office.fill("送付先のメールアドレス", RECRUITER)
    office.choose("お知らせする職種", "看護師")
    office.choose("お知らせする都道府県", "神奈川県")
    office.press("登録して確認のメールを送る")
    expect(office.page.get_by_role("alert")).to_contain_text("許可番号を入力してください")
    office.fill("許可番号", "13-ユ-123456")
    office.press("登録して確認のメールを送る")
    office.sees("見本人材紹介", RECRUITER)
    recruiter = visit()
    recruiter.open(post_office.link_to(RECRUITER, "受け取るかどうかの確認"))
    recruiter.sees("見本人材紹介 御中", "看護師", "神奈川県")
    recruiter.press("連絡を受け取る")
    recruiter.reads_heading("連絡の受け取りを始めました")


def test_a_recruiter_hears_of_what_it_chose_and_stops_by_the_link(
    said_yes: None, visit: Visit, post_office: PostOffice, sakura: Facility, sato: User, okada: User
) -> None:
    make_published(sakura, sato, okada, occupation="pharmacist", licence="薬剤師免許", shift_pattern="")
    assert not post_office.mails_to(RECRUITER, NEWS)
    make_published(sakura, sato, okada)
    letter = post_office.the_mail_to(RECRUITER, NEWS)
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/recruiters/" in letter["List-Unsubscribe"] and "sato" not in text_of(letter)
    recruiter = visit()
    recruiter.open(post_office.link_to(RECRUITER, NEWS, containing="/recruiters/"))
    recruiter.press("連絡を停止する")
    recruiter.reads_heading("連絡を停止しました")
    make_published(sakura, sato, okada, title="手術室の看護師")
    assert len(post_office.mails_to(RECRUITER, NEWS)) == 1


def test_a_mail_program_stops_the_letters_in_one_post(
    said_yes: None, visit: Visit, post_office: PostOffice, sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    link = post_office.link_to(RECRUITER, NEWS, containing="/recruiters/")
    assert f"{link}>" in post_office.the_mail_to(RECRUITER, NEWS)["List-Unsubscribe"]
    mail_program = visit().page.context.request
    for _ in range(2):
        answer = mail_program.post(link, form={"List-Unsubscribe": "One-Click"})
        assert answer.ok
    posting.close(reason="withdrawn", by=sato)
    make_published(sakura, sato, okada, title="手術室の看護師")
    post_office.deliver()
    assert not post_office.mails_to(RECRUITER, "募集の終了")
    assert len(post_office.mails_to(RECRUITER, NEWS)) == 1
    office = visit(okada)
    office.open("/office/recruiters/")
    expect(office.row("見本人材紹介")).to_contain_text("停止")
