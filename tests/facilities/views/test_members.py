"""施設の職員 in the browser's words: what each reader sees, and what a page left open can still do (nothing)."""

import pytest
from django.test import Client

from facilities.members import end
from facilities.models import Facility, Invitation, Membership
from keynet.accounts.models import User
from tests.builders import make_application, make_facility, make_published, make_user
from tests.cast import grown_old, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def tanaka(sakura: Facility) -> Membership:
    """A colleague of Sato's who is no admin."""
    return sakura.memberships.create(user=make_user("tanaka@sakura.example", "田中 次郎"))


def at(facility: Facility, rest: str = "") -> str:
    return f"/facility/{facility.public_id}/members/{rest}"


def read(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_everybody_reads_the_list_and_only_admins_get_buttons(
    sakura: Facility, sato: User, tanaka: Membership
) -> None:
    mine, theirs = read(signed_in(sato), at(sakura)), read(signed_in(tanaka.user), at(sakura))
    for page in (mine, theirs):
        assert "田中 次郎" in page and "tanaka@sakura.example" in page
    assert "職員を招待する" in mine
    assert "職員を招待する" not in theirs and "担当者にする" not in theirs
    assert "職員から外れる" in theirs


@pytest.mark.parametrize("rest", ["invite/", "{pk}/role/", "{pk}/remove/"])
def test_a_member_reads_who_the_admins_are_instead(
    sakura: Facility, sato: User, tanaka: Membership, rest: str
) -> None:
    page = at(sakura, rest.format(pk=tanaka.pk))
    client = signed_in(tanaka.user)
    assert "管理者：佐藤 花子" in read(client, page, 403)
    assert client.post(page, {"email": "x@y.example", "role": "admin"}).status_code == 403
    assert not sakura.is_administered_by(tanaka.user)
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("rest", ["invite/", "{pk}/role/", "{pk}/remove/"])
def test_an_old_login_is_asked_for_its_password_first(
    sakura: Facility, sato: User, tanaka: Membership, rest: str
) -> None:
    page = at(sakura, rest.format(pk=tanaka.pk))
    client = grown_old(signed_in(sato))
    for answer in (client.get(page), client.post(page, {"role": "admin"})):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/reauthenticate/")
    tanaka.refresh_from_db()
    assert (tanaka.role, tanaka.left_at) == ("member", None)


def test_an_invitation_is_sent_listed_and_taken_back(sakura: Facility, sato: User) -> None:
    client = signed_in(sato)
    form = {"email": "ＮＥＷ@sakura.example", "role": "member"}
    assert client.post(at(sakura, "invite/"), form).status_code == 302
    invitation = Invitation.objects.get()
    assert "招待中" in read(client, at(sakura))
    again = client.post(at(sakura, "invite/"), form).content.decode()
    assert "すでに招待しています" in again
    assert client.post(at(sakura, f"invitations/{invitation.pk}/renew/")).status_code == 302
    assert client.post(at(sakura, f"invitations/{invitation.pk}/withdraw/")).status_code == 302
    assert client.post(at(sakura, f"invitations/{invitation.pk}/withdraw/")).status_code == 409
    page = read(client, at(sakura))
    assert "招待中" not in page
    assert "招待を取り消しました" in page


def test_bad_input_comes_back_with_what_was_typed(sakura: Facility, sato: User) -> None:
    answer = signed_in(sato).post(at(sakura, "invite/"), {"email": "あて先", "role": "owner"})
    page = answer.content.decode()
    assert "入力内容を2か所、直してください" in page
    assert "あて先" in page
    assert not Invitation.objects.exists()


def test_the_invitation_of_another_facility_does_not_exist_here(
    sakura: Facility, midori: Facility, sato: User, suzuki: User, tanaka: Membership
) -> None:
    signed_in(suzuki).post(at(midori, "invite/"), {"email": "new@midori.example", "role": "member"})
    theirs = Invitation.objects.get()
    assert signed_in(sato).post(at(sakura, f"invitations/{theirs.pk}/withdraw/")).status_code == 404
    assert signed_in(suzuki).post(at(midori, f"{tanaka.pk}/remove/")).status_code == 404


def test_a_page_that_was_open_before_the_removal_does_nothing_after_it(
    sakura: Facility, sato: User, okada: User, tanaka: Membership
) -> None:
    posting = make_published(sakura, sato, okada)
    application = make_application(posting)
    client = signed_in(tanaka.user)
    home = f"/facility/{sakura.public_id}/"
    pages = (
        f"postings/{posting.number}/edit/work/",
        f"applications/{application.public_id}/",
        "members/leave/",
    )
    for page in pages:
        read(client, home + page)
    end(tanaka, by=sato)
    for page in (*pages, "", "postings/", f"postings/{posting.number}/close/"):
        assert client.get(home + page).status_code == 404
        assert client.post(home + page, {"title": "あとから", "reason": "filled"}).status_code in (404, 405)
    for verb in (f"postings/{posting.number}/pause/", f"postings/{posting.number}/affirm/", "postings/new/"):
        assert client.post(home + verb).status_code == 404
    posting.refresh_from_db()
    assert (posting.status, posting.title) == ("published", "感染症病棟の看護師")


def test_the_last_admin_reads_what_to_do_first(sakura: Facility, sato: User, tanaka: Membership) -> None:
    client = signed_in(sato)
    mine = Membership.objects.get(user=sato)
    for page in ("leave/", f"{mine.pk}/role/", f"{mine.pk}/remove/"):
        assert "最後の管理者です" in read(client, at(sakura, page))
        answer = client.post(at(sakura, page), {"role": "member"}, follow=True)
        assert "ほかの方を管理者にしてから" in answer.content.decode()
    assert sakura.is_administered_by(sato)


def test_roles_change_and_colleagues_go(sakura: Facility, sato: User, tanaka: Membership) -> None:
    client = signed_in(sato)
    client.post(at(sakura, f"{tanaka.pk}/role/"), {"role": "admin"})
    assert client.post(at(sakura, f"{tanaka.pk}/role/"), {"role": "admin"}).status_code == 409
    assert "田中 次郎さんを管理者にしました" in read(client, at(sakura))
    assert client.post(at(sakura, "leave/")).headers["Location"] == "/account/home/"
    assert client.get(at(sakura)).status_code == 404
    other = signed_in(tanaka.user)
    assert "職員から外れました" in read(other, at(sakura))


def test_a_city_adds_a_health_center_and_acts_for_either(sato: User) -> None:
    city = make_facility(name="横浜市", kind="municipality", lg_code="141003")
    city.memberships.create(user=sato, role="admin")
    client = signed_in(sato)
    facts = {"kind": "health_center", "name": "中区保健所", "city": "横浜市中区", "address": "日本大通35"}
    add = f"/facility/{city.public_id}/branches/add/"
    assert "施設の名称を入力してください" in client.post(add, {**facts, "name": ""}).content.decode()
    assert client.post(add, facts).status_code == 302
    assert "すでに加えてあります" in client.post(add, facts).content.decode()
    center = Facility.objects.get(name="中区保健所")
    page = read(client, at(center))
    assert "横浜市に切り替える" in page
    assert "中区保健所に切り替える" in read(client, at(city))
    form = {"email": "new@city.example", "role": "admin", "also": [str(center.public_id)]}
    client.post(at(city, "invite/"), form)
    assert list(Invitation.objects.get().also.all()) == [center]
    assert client.get(f"/facility/{center.public_id}/branches/add/").status_code == 404


def test_a_postal_code_of_the_prefecture_fills_in_town_and_street(sato: User) -> None:
    city = make_facility(name="横浜市", kind="municipality", lg_code="141003")
    city.memberships.create(user=sato, role="admin")
    client, add = signed_in(sato), f"/facility/{city.public_id}/branches/add/"
    assert 'value="横浜市"' in read(client, add)
    asked = {"name": "中区保健所", "city": "横浜市", "action": "fill_address"}
    page = client.post(add, {**asked, "postal_code": "231-0021"}).content.decode()
    assert 'value="横浜市中区"' in page and 'value="日本大通"' in page and 'value="中区保健所"' in page
    assert "直してください" not in page and not Facility.objects.filter(name="中区保健所").exists()
    elsewhere = client.post(add, {**asked, "postal_code": "1050011"}).content.decode()
    assert "神奈川県の郵便番号ではありません" in elsewhere and 'value="横浜市"' in elsewhere
