"""An interview: the clerk offers times, the applicant takes one on a phone, a message goes to and fro."""

from datetime import timedelta

import pytest
from django.utils import timezone

from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from tests.applications.filling import ADDRESS
from tests.builders import make_application, make_published
from tests.journeys.conftest import Visit
from tests.journeys.post_office import PostOffice, text_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SATO = "saiyo@sakura.example"


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    """A published posting of さくら病院."""
    return make_published(sakura, sato, okada)


def test_a_slot_is_taken_on_a_phone_and_a_message_goes_to_and_fro(
    posting: Posting, visit: Visit, post_office: PostOffice, sato: User
) -> None:
    application = make_application(posting)
    clerk, nakamura = visit(sato), visit(phone=True, javascript=False)
    clerk.open(f"/facility/{posting.facility.public_id}/applications/{application.public_id}/")
    clerk.follow("面接を案内する")
    day = timezone.localdate() + timedelta(days=5)
    clerk.fill("面接の候補の日時", f"{day.month}月{day.day}日 10:00\n{day.month}月{day.day}日 14時半")
    clerk.fill("場所", "本館2階 会議室")
    clerk.press("送るメールを確かめる")
    clerk.sees("14:30から30分", "場所：本館2階 会議室", "応募の状況のページで選べます")
    clerk.press("このメールを送る")
    clerk.sees("応募した方が選べる候補")

    nakamura.open(post_office.link_to(ADDRESS, "面接のご案内"))
    nakamura.press("この日時を選ぶ")
    nakamura.sees("面接の日時を", "本館2階 会議室")
    assert nakamura.download("カレンダーに入れるファイル").suggested_filename == "interview.ics"
    nakamura.follow("施設とのメッセージを開く")
    nakamura.fill("メッセージ", "駐車場は使えますか。")
    nakamura.press("メッセージを届ける")
    assert "駐車場" not in text_of(post_office.the_mail_to(SATO, "新しいメッセージがあります"))

    clerk.open(f"/facility/{posting.facility.public_id}/applications/{application.public_id}/")
    clerk.press("新しいメッセージ1件を読む")
    clerk.sees("駐車場は使えますか。")
    clerk.fill("メッセージ", "はい、使えます。")
    clerk.press("メッセージを届ける")
    nakamura.open(post_office.link_to(ADDRESS, "新しいメッセージがあります"))
    nakamura.press("新しいメッセージ1件を読む")
    nakamura.sees("はい、使えます。")
