"""Accounts that nobody uses go after two letters; who left an organisation becomes a number two years later."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from applications.safekeeping import people
from applications.safekeeping.people import forget_people
from facilities.models import Facility, Membership
from keynet.accounts.models import MailedLink, User
from keynet.outbox.models import Letter
from keynet.privacy import stopping
from keynet.privacy.forgetting import forget_ended_sessions, forget_letter_texts
from keynet.privacy.models import Erasure
from tests.builders import make_user

pytestmark = pytest.mark.django_db


def ago(days: int) -> Any:
    return timezone.now() - timedelta(days=days)


@pytest.fixture
def seeker(db: None) -> User:
    user = make_user("quiet@seeker.example", "静か 花子")
    User.objects.filter(pk=user.pk).update(date_joined=ago(800), last_login=None)
    return user


def seen(user: User, days: int) -> None:
    User.objects.filter(pk=user.pk).update(last_login=ago(days))


def letters() -> int:
    return Letter.objects.filter(kind="account.ends").count()


@pytest.mark.parametrize(("days", "written"), [(699, 0), (701, 1), (722, 1), (724, 2)])
def test_two_letters_leave_thirty_and_seven_days_before(seeker: User, days: int, written: int) -> None:
    seen(seeker, days - 1)
    forget_people()
    forget_people()
    seen_before = letters()
    assert seen_before in (written, max(written - 1, 0)) and User.objects.filter(pk=seeker.pk).exists()


def test_the_account_goes_a_week_after_the_last_letter_and_is_remembered(seeker: User) -> None:
    assert forget_people() == 0, "nobody has warned the person yet"
    Letter.objects.update(created_at=ago(6))
    assert forget_people() == 0
    Letter.objects.update(created_at=ago(8))
    assert forget_people() == 1
    assert not User.objects.filter(pk=seeker.pk).exists() and Erasure.objects.count() == 1
    assert not Letter.objects.filter(recipient=seeker.email).exists()


def test_a_login_calls_it_off(seeker: User) -> None:
    forget_people()
    Letter.objects.update(created_at=ago(8))
    seen(seeker, 0)
    assert forget_people() == 0 and User.objects.filter(pk=seeker.pk).exists()


def test_who_works_for_somebody_is_no_seeker(sato: User, okada: User) -> None:
    User.objects.update(date_joined=ago(2000))
    assert forget_people() == 0 and letters() == 0


@pytest.fixture
def former(sakura: Facility) -> User:
    user = make_user("former@sakura.example", "離職 太郎")
    Membership.objects.create(user=user, facility=sakura, left_at=ago(731))
    return user


def test_who_left_two_years_ago_becomes_a_number(former: User) -> None:
    assert forget_people() == 1
    former.refresh_from_db()
    assert (former.email, former.name) == (f"{former.pk}@erased.invalid", people.FORMER)
    assert not former.is_active and not former.has_usable_password()
    assert forget_people() == 0


@pytest.mark.parametrize("days", [0, 729])
def test_before_that_the_record_needs_the_name(former: User, days: int) -> None:
    Membership.objects.filter(user=former).update(left_at=ago(days))
    assert forget_people() == 0


def test_who_still_serves_elsewhere_stays(former: User, midori: Facility) -> None:
    Membership.objects.create(user=former, facility=midori)
    assert forget_people() == 0


def test_who_was_erased_goes_again_after_a_restore(former: User, seeker: User) -> None:
    assert people.erase_again(former.pk) and people.erase_again(seeker.pk)
    assert not User.objects.filter(pk=seeker.pk).exists()
    former.refresh_from_db()
    assert former.name == people.FORMER


def test_a_stop_holds_people_and_letters_too(former: User, okada: User) -> None:
    stopping.stop("全部を止めて確かめます。", by=okada)
    assert forget_people() == forget_letter_texts() == forget_ended_sessions() == 0


def written(days: int, **facts: Any) -> Letter:
    known = {"kind": "account.mail", "subject": f"user:{days}", "recipient": f"{days}@somebody.example"}
    text = {"heading": "件名", "body": "本文", "status": "sent", "sent_at": ago(days)}
    letter = Letter.objects.create(**{**known, **text, **facts})
    Letter.objects.filter(pk=letter.pk).update(created_at=ago(days))
    return letter


def test_texts_of_letters_go_after_a_month_and_addresses_after_three_years() -> None:
    young, old, ancient = written(29), written(31), written(1100)
    waits = written(32, status="pending", sent_at=None)
    assert forget_letter_texts() == 3
    bodies = dict(Letter.objects.values_list("pk", "body"))
    assert bodies == {young.pk: "本文", old.pk: "", ancient.pk: "", waits.pk: "本文"}
    assert Letter.objects.get(pk=old.pk).recipient == old.recipient
    assert Letter.objects.get(pk=ancient.pk).recipient.endswith("@erased.invalid")
    assert forget_letter_texts() == 0


def test_links_go_a_year_after_their_end() -> None:
    for days in (364, 366):
        MailedLink.objects.create(
            purpose="application", subject="application:1", digest=f"{days}", expires_at=ago(days)
        )
    assert forget_ended_sessions() == 1
    assert MailedLink.objects.get().digest == "364"
