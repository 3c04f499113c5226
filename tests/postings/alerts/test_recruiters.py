"""The office's registry of recruiters, and what recruiters do through their links."""

import re

import pytest
from django.test import Client

from keynet.accounts.models import User
from keynet.outbox.models import Letter
from postings.alerts.forms.recruiter import RecruiterForm
from postings.alerts.models import Recruiter
from postings.alerts.stop_links import stop_url
from tests.alerts import make_recruiter, react
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
NEW = {
    "company": "見本人材紹介",
    "licence_number": "13-ユ-000001",
    "address": "Jinzai@recruiter.example",
    "occupations": ["nurse"],
    "prefectures": ["14"],
}


def link_in(letter: Letter) -> str:
    found = re.search(r"http://\S+(/recruiters/opt-in/\S+)", letter.body)
    assert found
    return found[1]


def path_of(url: str) -> str:
    return "/" + url.split("/", 3)[3]


def test_an_entered_recruiter_is_asked_and_gets_nothing_before_its_yes(okada: User, client: Client) -> None:
    office = signed_in(okada)
    assert office.get("/office/recruiters/add/").status_code == 200
    assert office.post("/office/recruiters/add/", NEW).status_code == 302
    react()
    recruiter = Recruiter.objects.get()
    assert recruiter.status == "invited"
    assert not Recruiter.objects.wanting("nurse", "14").exists()
    link = link_in(Letter.objects.get())
    assert "看護師" in client.get(link).content.decode()
    recruiter.refresh_from_db()
    assert recruiter.status == "invited", "opening the link changes nothing: link scanners do that"
    assert client.post(link).headers["Location"] == "/recruiters/done/opted-in/"
    assert Recruiter.objects.wanting("nurse", "14").get() == recruiter


def test_a_second_click_enters_nobody_and_says_so(okada: User, monkeypatch: pytest.MonkeyPatch) -> None:
    office = signed_in(okada)
    office.post("/office/recruiters/add/", NEW)
    # Both clicks asked whether the address is known before either had saved.
    monkeypatch.setattr(RecruiterForm, "clean_address", lambda form: form.cleaned_data["address"])
    monkeypatch.setattr(RecruiterForm, "validate_unique", lambda form: None)
    second = office.post("/office/recruiters/add/", NEW)
    assert second.status_code == 200 and "登録されています" in second.content.decode()
    react()
    assert Recruiter.objects.count() == Letter.objects.count() == 1


def test_the_link_works_once(okada: User, client: Client) -> None:
    signed_in(okada).post("/office/recruiters/add/", NEW)
    react()
    link = link_in(Letter.objects.get())
    client.post(link)
    assert client.post(link).status_code == 410
    assert client.get(link).status_code == 410
    assert client.get("/recruiters/opt-in/unknown/").status_code == 410


def test_a_new_invitation_ends_the_earlier_link(okada: User, client: Client) -> None:
    office = signed_in(okada)
    office.post("/office/recruiters/add/", NEW)
    react()
    first = link_in(Letter.objects.get())
    office.post(f"/office/recruiters/{Recruiter.objects.get().pk}/invite/")
    react()
    assert client.post(first).status_code == 410
    second = link_in(Letter.objects.order_by("created_at").last() or Letter())
    assert client.post(second).status_code == 302


def test_the_same_address_is_entered_once(okada: User) -> None:
    office = signed_in(okada)
    office.post("/office/recruiters/add/", NEW)
    again = office.post("/office/recruiters/add/", {**NEW, "address": "jinzai@recruiter.example"})
    assert again.status_code == 200
    assert "このメールアドレスは登録されています" in again.content.decode()
    assert Recruiter.objects.count() == 1


def test_what_is_missing_is_asked_for_and_what_was_typed_stays(okada: User) -> None:
    page = signed_in(okada).post("/office/recruiters/add/", {**NEW, "address": "なし"}).content.decode()
    assert 'value="見本人材紹介"' in page
    assert not Recruiter.objects.exists()


def test_the_office_changes_choices_with_a_trace(okada: User, recruiter: Recruiter) -> None:
    before = recruiter.chosen_at
    changed = {"company": "見本人材", "licence_number": "13-ユ-000001", "occupations": ["doctor"]}
    answer = signed_in(okada).post(f"/office/recruiters/{recruiter.pk}/", changed)
    assert answer.status_code == 302
    recruiter.refresh_from_db()
    assert (recruiter.company, recruiter.occupations, recruiter.prefectures) == ("見本人材", ["doctor"], [])
    assert recruiter.chosen_at > before


def test_the_office_stops_a_recruiter_and_a_second_press_says_so(okada: User, recruiter: Recruiter) -> None:
    office = signed_in(okada)
    assert office.post(f"/office/recruiters/{recruiter.pk}/stop/").status_code == 302
    assert office.post(f"/office/recruiters/{recruiter.pk}/stop/").status_code == 409
    assert office.get(f"/office/recruiters/{recruiter.pk}/stop/").status_code == 405


def test_the_list_shows_addresses_and_costs_the_same_for_many(
    okada: User, django_assert_max_num_queries: object
) -> None:
    office = signed_in(okada)
    for number in range(30):
        make_recruiter(okada, f"r{number}@recruiter.example")
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page = office.get("/office/recruiters/?status=active&words=見本").content.decode()
    assert "r29@recruiter.example" in page
    assert "該当" not in page


@pytest.mark.parametrize("path", ["", "add/", "1/"])
def test_only_the_office_sees_the_registry(mori: User, sato: User, client: Client, path: str) -> None:
    assert client.get(f"/office/recruiters/{path}").status_code == 302
    for person in (mori, sato):
        assert signed_in(person).get(f"/office/recruiters/{path}").status_code == 404


def test_the_stop_link_stops_by_a_button_and_by_the_mail_program(recruiter: Recruiter) -> None:
    mail_program = Client(enforce_csrf_checks=True)
    link = path_of(stop_url(recruiter))
    assert mail_program.get(link).status_code == 200
    recruiter.refresh_from_db()
    assert recruiter.status == "active"
    answer = mail_program.post(link, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200, "mail programs follow no redirect"
    recruiter.refresh_from_db()
    assert recruiter.status == "stopped"
    assert mail_program.post(link).headers["Location"] == "/recruiters/done/stopped/"
    assert "停止しました" in mail_program.get("/recruiters/done/stopped/").content.decode()


@pytest.mark.parametrize("token", ["x", "1~forged", "1", "%00", "9" * 400])
def test_a_forged_stop_link_stops_nobody(recruiter: Recruiter, client: Client, token: str) -> None:
    assert client.post(f"/recruiters/stop/{token}/").status_code in (400, 404)
    recruiter.refresh_from_db()
    assert recruiter.status == "active"
