"""Changing one's own mail address: a link proves the new one, the former one is told, what hung on it follows."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from applications import links
from applications.mine.owned import applications_of, conditions_of, inquiries_of
from applications.models import Application, Inquiry
from facilities.models import Facility
from keynet.accounts import address
from keynet.accounts.models import User
from keynet.accounts.models.mailed_link import LinkGone
from keynet.outbox.models import Letter
from postings.alerts.models import SavedCondition, Subscriber
from tests.applications.filling import answers, apply_url, ask_url, question
from tests.builders import make_published, make_user
from tests.cast import grown_old, signed_in

pytestmark = pytest.mark.django_db
OLD, NEW = "nakamura@seeker.example", "yumi@mail.example"
ASK = "/account/security/address/"


@pytest.fixture
def nakamura(db: None) -> User:
    """A nurse with an account."""
    user = make_user(OLD, "中村 由美")
    EmailAddress.objects.create(user=user, email=OLD, verified=True, primary=True)
    return user


def link_to(new: str = NEW) -> str:
    """Return the path in the newest letter to the new address."""
    letter = Letter.objects.filter(kind="account.new_address", recipient=new).latest("created_at")
    found = re.search(r"/account/security/address/new/\S+", letter.body)
    assert found, letter.body
    return found[0]


def asked(user: User, new: str = NEW) -> Client:
    client = signed_in(user)
    assert client.post(ASK, {"email": new})["Location"] == reverse("accounts:address_sent")
    return client


def test_nothing_changes_before_the_link_is_pressed_and_then_both_addresses_are_told(nakamura: User) -> None:
    client = asked(nakamura, NEW.upper())
    page = client.get(link_to())
    assert NEW in page.content.decode() and OLD in page.content.decode()
    assert User.objects.get(pk=nakamura.pk).email == OLD
    assert client.post(link_to())["Location"] == reverse("mfa_index")
    assert User.objects.get(pk=nakamura.pk).email == NEW
    told = Letter.objects.filter(kind="account.address_changed")
    assert {letter.recipient: "もうログインできません" in letter.body for letter in told} == {
        OLD: True,
        NEW: False,
    }
    assert NEW not in told.get(recipient=OLD).body
    assert client.post(link_to()).status_code == 410
    for login, enters in ((OLD, False), (NEW, True)):
        answer = Client().post(reverse("account_login"), {"login": login, "password": "とても長い合言葉です"})
        assert (answer.status_code == 302) is enters


def test_it_needs_a_fresh_login(nakamura: User) -> None:
    client = grown_old(signed_in(nakamura))
    assert client.post(ASK, {"email": NEW})["Location"].startswith(reverse("account_reauthenticate"))
    assert not Letter.objects.exists()


def test_a_link_works_only_where_its_person_is_signed_in(nakamura: User, sato: User) -> None:
    asked(nakamura)
    assert Client().get(link_to())["Location"].startswith("/account/login/?next=")
    stranger = signed_in(sato).post(link_to())
    assert stranger.status_code == 410 and "別のアカウントで" in stranger.content.decode()
    assert NEW not in stranger.content.decode()


def test_an_address_with_an_account_gets_one_letter_too_and_cannot_be_taken(nakamura: User) -> None:
    other = make_user(NEW)
    asked(nakamura)
    assert "すでにアカウントがある" in Letter.objects.get().body
    Letter.objects.all().delete()
    User.objects.filter(pk=other.pk).update(email="elsewhere@mail.example")
    client = asked(nakamura)
    User.objects.filter(pk=other.pk).update(email=NEW)
    assert "別のアカウントができています" in client.post(link_to()).content.decode()


def test_the_link_ends_after_half_an_hour_and_a_forged_one_opens_nothing(
    nakamura: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = asked(nakamura)
    monkeypatch.setattr(address, "VALID_FOR", timedelta(seconds=-1))
    assert "30分" in client.get(link_to()).content.decode()
    assert client.get("/account/security/address/new/forged/").status_code == 410


def test_the_present_address_is_refused_with_a_word(nakamura: User) -> None:
    page = signed_in(nakamura).post(ASK, {"email": OLD})
    assert "いまのメールアドレスと同じです" in page.content.decode()


def test_applications_questions_and_conditions_follow_and_the_former_mailbox_opens_nothing(
    nakamura: User, sakura: Facility, sato: User, okada: User, client: Client
) -> None:
    posting = make_published(sakura, sato, okada)
    client.post(apply_url(posting), answers(posting, email=OLD))
    client.post(ask_url(posting), question(email=OLD))
    Application.objects.update(status="submitted", submitted_at=timezone.now())
    Inquiry.objects.update(status="submitted", submitted_at=timezone.now())
    owner = Subscriber.objects.create(address=OLD)
    for query in ("occ=nurse", "pref=14"):
        SavedCondition.objects.create(
            subscriber=owner,
            query=query,
            status="active",
            started_at=nakamura.date_joined,
            told_until=nakamura.date_joined,
        )
    application = Application.objects.get()
    token = links.issue(application)
    asked(nakamura).post(link_to())
    nakamura.refresh_from_db()
    assert applications_of(nakamura).get() == application
    assert inquiries_of(nakamura).count() == 1 and conditions_of(nakamura).count() == 2
    assert not Subscriber.objects.filter(pk=owner.pk).exists()
    with pytest.raises(LinkGone, match="expired"):
        links.opened(Application, token)


def test_what_is_the_facilitys_stays(sakura: Facility, sato: User) -> None:
    Facility.objects.filter(pk=sakura.pk).update(registered_email=sato.email)
    former = sato.email
    asked(sato).post(link_to())
    sakura.refresh_from_db()
    assert sakura.registered_email == former and sakura.is_administered_by(sato)
