"""The office lets a facility in again, by the registered address only; that address changes by four eyes."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from facilities.access import ask_change, confirm_change
from facilities.models import AddressChange, Facility, Invitation, Registration
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from tests.builders import make_user
from tests.cast import appointed, grown_old, signed_in

pytestmark = pytest.mark.django_db
REGISTERED, NEW = "soumu@sakura.example", "jimu@sakura.example"


@pytest.fixture(autouse=True)
def registered(sakura: Facility) -> None:
    """さくら病院 has proved an address when it registered."""
    Facility.objects.filter(pk=sakura.pk).update(registered_email=REGISTERED)


@pytest.fixture
def oda(db: None) -> User:
    """The second officer."""
    return appointed(make_user("oda@office.example", "小田 涼"), "office")


def at(facility: Facility, rest: str = "") -> str:
    return f"/office/facilities/{facility.public_id}/{rest}"


def told(kind: str) -> set[str]:
    return set(Letter.objects.filter(kind=f"facilities.{kind}").values_list("recipient", flat=True))


def test_access_goes_to_the_registered_address_and_every_admin_hears(
    sakura: Facility, sato: User, okada: User
) -> None:
    sakura.memberships.create(user=make_user("admin@sakura.example"), role="admin")
    sakura.memberships.create(user=make_user("member@sakura.example"))
    typed = {"email": "me@office.example", "registered_email": "me@office.example"}
    assert signed_in(okada).post(at(sakura, "reissue/"), typed).status_code == 302
    assert told("invited") == {REGISTERED}
    assert "さくら病院のアクセスを再発行しました" in Letter.objects.get(kind="facilities.invited").heading
    assert told("access_reissued") == {sato.email, "admin@sakura.example"}
    assert Invitation.objects.get().role == "admin"


def test_a_second_reissue_replaces_the_first_link(sakura: Facility, sato: User, okada: User) -> None:
    for _ in range(2):
        signed_in(okada).post(at(sakura, "reissue/"))
    assert sorted(Invitation.objects.values_list("status", flat=True)) == ["waiting", "withdrawn"]


def test_an_old_login_reissues_nothing(sakura: Facility, okada: User) -> None:
    answer = grown_old(signed_in(okada)).post(at(sakura, "reissue/"))
    assert answer["Location"].startswith("/account/reauthenticate/")
    assert not Invitation.objects.exists()


def test_two_officers_change_the_address(sakura: Facility, sato: User, okada: User, oda: User) -> None:
    asking = signed_in(okada)
    typed = {"email": NEW, "reason": "担当者の退職のため。代表電話で確かめました。"}
    assert asking.post(at(sakura, "address/"), typed).status_code == 302
    assert told("address_changed") == {REGISTERED, sato.email}
    change = AddressChange.objects.get()
    assert "すでに確認を待っています" in asking.post(at(sakura, "address/"), typed).content.decode()
    assert "確かめて登録アドレスを変える" not in asking.get(at(sakura)).content.decode()
    assert asking.post(at(sakura, f"address/{change.pk}/confirm/")).status_code == 403
    sakura.refresh_from_db()
    assert sakura.registered_email == REGISTERED
    second = signed_in(oda)
    assert "確かめて登録アドレスを変える" in second.get(at(sakura)).content.decode()
    assert second.post(at(sakura, f"address/{change.pk}/confirm/")).status_code == 302
    assert second.post(at(sakura, f"address/{change.pk}/confirm/")).status_code == 409
    sakura.refresh_from_db()
    change.refresh_from_db()
    assert (sakura.registered_email, change.email, change.decided_by) == (NEW, "", oda)
    assert told("address_changed") == {REGISTERED, NEW, sato.email}


def test_a_link_that_lies_in_the_former_mailbox_lets_nobody_in(
    sakura: Facility, sato: User, okada: User, oda: User
) -> None:
    signed_in(okada).post(at(sakura, "reissue/"))
    change = ask_change(sakura, NEW, "退職", by=okada)
    sakura.refresh_from_db()
    confirm_change(change, by=oda)
    assert Invitation.objects.get().status == "withdrawn"


def test_a_change_can_be_dropped(sakura: Facility, sato: User, okada: User) -> None:
    client = signed_in(okada)
    client.post(at(sakura, "address/"), {"email": NEW, "reason": "退職"})
    assert client.post(at(sakura, f"address/{AddressChange.objects.get().pk}/drop/")).status_code == 302
    sakura.refresh_from_db()
    assert sakura.registered_email == REGISTERED


def test_the_database_itself_wants_four_eyes(sakura: Facility, okada: User) -> None:
    change = AddressChange.objects.create(facility=sakura, email=NEW, reason="x", asked_by=okada)
    with pytest.raises(IntegrityError, match="four_eyes"), transaction.atomic():
        AddressChange.objects.filter(pk=change.pk).update(status="confirmed", email="", decided_by=okada)


def test_the_list_counts_people_and_finds_who_needs_help(
    sakura: Facility, midori: Facility, sato: User, okada: User
) -> None:
    silent = make_user("silent@midori.example")
    silent.set_unusable_password()
    silent.save()
    registration(midori, silent, timezone.now() - timedelta(days=15))
    client = signed_in(okada)
    assert "さくら病院" in client.get("/office/facilities/").content.decode()
    for state, name in (("silent", "みどり病院"), ("no_admin", "みどり病院")):
        page = client.get("/office/facilities/", {"state": state}).content.decode()
        assert name in page and "さくら病院" not in page
    assert "この条件の施設はありません" in client.get("/office/facilities/?state=address").content.decode()


def test_the_list_asks_the_same_for_many_facilities(
    sakura: Facility, okada: User, django_assert_max_num_queries
) -> None:
    client = signed_in(okada)
    with django_assert_max_num_queries(14) as one:
        client.get("/office/facilities/")
    for number in range(10):
        Facility.objects.create(
            name=f"病院{number}",
            kind="hospital",
            prefecture="14",
            city="横浜市",
            address="1",
            confirmed_at=timezone.now(),
        ).memberships.create(user=make_user(f"{number}@hospital.example"))
    with django_assert_max_num_queries(len(one)):
        client.get("/office/facilities/")


def test_the_ministry_reads_and_decides_nothing(sakura: Facility, sato: User, mori: User) -> None:
    page = signed_in(mori).get(f"/ministry/facilities/{sakura.public_id}/").content.decode()
    assert "佐藤 花子" in page
    assert "再発行" not in page and REGISTERED not in page
    assert signed_in(mori).post(at(sakura, "reissue/")).status_code == 404


def registration(facility: Facility, account: User, decided_at: datetime) -> Registration:
    """Return a confirmed registration whose person has not logged in."""
    return Registration.objects.create(
        facility=facility,
        status="confirmed",
        number=f"R-{facility.pk}",
        contact_name="担当者",
        contact_email=account.email,
        received_at=decided_at,
        decided_at=decided_at,
        account=account,
    )
