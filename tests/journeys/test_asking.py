"""Beside the path: a question before applying, an application that is taken back, and one that is sent twice."""

import pytest
from playwright.sync_api import expect

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from tests.applications.filling import half_an_hour_passes
from tests.builders import make_published
from tests.journeys import steps_seeker
from tests.journeys.conftest import Visit
from tests.journeys.post_office import PostOffice, text_of
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

KIMURA, SATO = "kimura@seeker.example", "saiyo@sakura.example"
QUESTION, ANSWER = "駐車場はありますか。", "はい、職員用の駐車場があります。無料です。"


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    """A published posting of さくら病院."""
    return make_published(sakura, sato, okada)


def test_a_question_is_answered_word_for_word(
    posting: Posting, visit: Visit, post_office: PostOffice, sato: User
) -> None:
    kimura = visit(phone=True)
    ask(kimura, posting, post_office)
    kimura.sees(QUESTION, "回答があると、メールでお知らせします")
    answer(visit(sato), posting.facility, post_office)
    kimura.open(post_office.link_to(KIMURA, "質問に回答がありました"))
    kimura.sees("回答があります", ANSWER)
    kimura.follow("求人のページを見る")


def ask(kimura: Visitor, posting: Posting, post_office: PostOffice) -> None:
    """A nickname and an address are enough; the code from the mail sends the question off."""
    kimura.open(posting.get_absolute_url())
    kimura.follow("施設に質問する")
    kimura.fill("お名前", "木村")
    kimura.fill("メールアドレス", "kimura@")
    kimura.fill("質問", QUESTION)
    kimura.press("質問して確認コードを受け取る")
    expect(kimura.page.get_by_role("alert")).to_contain_text("「@」の後ろを確かめてください")
    expect(kimura.question("質問")).to_have_value(QUESTION)
    kimura.fill("メールアドレス", KIMURA)
    kimura.press("質問して確認コードを受け取る")
    kimura.fill("確認コード", post_office.code_to(KIMURA))
    kimura.press("質問を届ける")


def answer(sato: Visitor, facility: Facility, post_office: PostOffice) -> None:
    """The mail to the facility holds no word of the question; the answer cannot be empty."""
    told = text_of(post_office.the_mail_to(SATO, "新しい質問が届きました"))
    assert QUESTION not in told and KIMURA not in told
    sato.open(f"/facility/{facility.public_id}/")
    sato.follow("問い合わせ")
    sato.follow("Q-")
    sato.sees(QUESTION)
    sato.does_not_see(KIMURA)
    sato.fill("回答", "")  # it begins with a template
    sato.press("回答を送る")
    expect(sato.page.get_by_role("alert")).to_contain_text("回答を入力してください")
    sato.fill("回答", ANSWER)
    sato.press("回答を送る")
    sato.sees(ANSWER)


def test_an_application_is_taken_back_by_its_link(
    posting: Posting, visit: Visit, post_office: PostOffice, sato: User
) -> None:
    nakamura = visit(phone=True)
    nakamura.open(posting.get_absolute_url())
    steps_seeker.apply(nakamura, post_office)
    nakamura.open(post_office.link_to(steps_seeker.NAKAMURA, "応募を受け付けました"))
    nakamura.follow("応募を辞退する")
    nakamura.press("応募を辞退する")
    nakamura.sees("辞退を受け付けました")
    nakamura.press("辞退を取り消す")
    nakamura.sees("辞退を取り消しました")
    assert not post_office.mails_to(SATO, "応募した方から返事がありました")
    nakamura.follow("応募を辞退する")
    nakamura.press("応募を辞退する")
    half_an_hour_passes()
    assert "辞退" in text_of(post_office.the_mail_to(SATO, "応募した方から返事がありました"))
    facility = visit(sato)
    facility.open(f"/facility/{posting.facility.public_id}/applications/")
    facility.follow("A-")
    facility.sees("これからすることはありません")


def test_a_second_application_to_the_same_posting_shows_the_first(
    posting: Posting, visit: Visit, post_office: PostOffice
) -> None:
    nakamura = visit()
    nakamura.open(posting.get_absolute_url())
    steps_seeker.apply(nakamura, post_office)
    first = nakamura.page.locator(".complete__number b").inner_text()
    nakamura.open(posting.get_absolute_url())
    nakamura.follow("この求人に応募する")
    steps_seeker.fill_application(nakamura)
    steps_seeker.send(nakamura)
    nakamura.fill("確認コード", post_office.code_to(steps_seeker.NAKAMURA))
    nakamura.press("応募を完了する")
    nakamura.reads_heading("応募の状況")
    nakamura.sees(first)
    assert len(post_office.mails_to(SATO, "新しい応募が届きました")) == 1
