"""A colleague is invited, joins, works, is removed, and the page that was open does nothing any more."""

import pytest
from playwright.sync_api import expect

from facilities.models import Facility
from keynet.accounts.models import User
from tests.builders import make_facility
from tests.journeys.conftest import Visit
from tests.journeys.post_office import PostOffice, text_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PASSWORD = "とても長い合言葉ですから"


def test_a_colleague_comes_and_goes(
    visit: Visit, post_office: PostOffice, sakura: Facility, sato: User
) -> None:
    admin = visit(sato)
    admin.open(f"/facility/{sakura.public_id}/")
    admin.follow("施設の職員")
    admin.follow("職員を招待する")
    admin.fill("招待する方のメールアドレス", "ｔａｎａｋａ@sakura.example")
    admin.press("招待のメールを送る")
    admin.sees("招待中", "tanaka@sakura.example")

    colleague = visit(phone=True)
    colleague.open(post_office.link_to("tanaka@sakura.example", "招待が届いています"))
    colleague.sees("さくら病院", "担当者")
    colleague.fill("氏名", "田中 次郎")
    colleague.fill("新しいパスワード", PASSWORD)
    colleague.fill("新しいパスワード（もう一度）", PASSWORD)
    colleague.press("パスワードを決めて参加する")
    colleague.reads_heading("さくら病院")
    colleague.open(f"/facility/{sakura.public_id}/members/")
    colleague.sees("佐藤 花子", "管理者だけができます")
    colleague.open(f"/facility/{sakura.public_id}/members/leave/")

    admin.open(f"/facility/{sakura.public_id}/members/")
    admin.sees("招待を受けて、担当者として参加しました")
    admin.follow("職員から外す", inside=admin.row("田中 次郎"))
    admin.sees("すぐに開けなくなります")
    admin.press("職員から外す")
    expect(admin.row("田中 次郎")).to_have_count(0)

    colleague.press("職員から外れる", status=404)
    colleague.open(f"/facility/{sakura.public_id}/", status=404)
    assert "外しました" in text_of(
        post_office.the_mail_to("tanaka@sakura.example", "職員の登録が終わりました")
    )


def test_a_city_switches_between_its_places(visit: Visit, sato: User) -> None:
    city = make_facility(name="横浜市", kind="municipality", lg_code="141003")
    city.memberships.create(user=sato, role="admin")
    clerk = visit(sato, phone=True)
    clerk.open(f"/facility/{city.public_id}/members/")
    clerk.follow("施設を加える")
    clerk.choose("施設の種類", "保健所")
    clerk.fill("施設の名称", "中区保健所")
    clerk.fill("市区町村", "横浜市中区")
    clerk.fill("町名・番地", "日本大通35")
    clerk.press("施設を加える")
    clerk.sees("中区保健所を加えました", "この施設を加えました")
    clerk.unfold("メニュー")
    clerk.follow("横浜市に切り替える")
    clerk.reads_heading("横浜市")
