"""A form is taken only from the page that showed it, a session only from whom it was given to."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from facilities.models import Facility
from keynet.accounts.models import User
from tests.builders import make_user
from tests.cast import signed_in
from tests.input.corpus import SOURCES, Dealer, category
from tests.input.sending import Sender

pytestmark = pytest.mark.django_db
PASSWORD = "とても長い合言葉です"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
OURS = "https://testserver"
FOREIGN = (
    "null",
    "",
    "https://evil.example",
    "http://testserver",
    "https://testserver:444",
    "https://testserver.",
    "x",
)


@pytest.fixture
def nakamura(db: None) -> User:
    user = make_user("nakamura@seeker.example")
    user.set_password(PASSWORD)
    user.save()
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)  # type: ignore[attr-defined]
    return user


@pytest.fixture
def careful() -> Client:
    """Return a browser that is asked for its token, as every real one is."""
    return Client(enforce_csrf_checks=True)


def token_of(browser: Client, page: str = "account_login") -> str:
    found = TOKEN.search(browser.get(reverse(page), secure=True).content.decode())
    assert found
    return found[1]


def logs_in(browser: Client, user: User, token: str, **headers: str) -> bool:
    """Return whether the login form is taken; a refused one gets the page that says how to send it again."""
    typed = {"login": user.email, "password": PASSWORD, "csrfmiddlewaretoken": token}
    answer = browser.post(reverse("account_login"), typed, secure=True, **headers)  # type: ignore[arg-type]
    assert answer.status_code == 302 or "もう一度送ってください" in answer.content.decode()
    return "_auth_user_id" in browser.session


def test_a_form_is_taken_from_our_own_pages_only(careful: Client, nakamura: User) -> None:
    token = token_of(careful)
    for origin in FOREIGN:
        assert not logs_in(careful, nakamura, token, HTTP_ORIGIN=origin), origin
        assert not logs_in(careful, nakamura, token, HTTP_REFERER=origin), origin
    assert not logs_in(careful, nakamura, token), "neither Origin nor Referer"
    assert logs_in(careful, nakamura, token, HTTP_ORIGIN=OURS)


def test_a_token_is_worth_nothing_in_another_browser_or_after_the_login(
    careful: Client, nakamura: User
) -> None:
    stranger = Client(enforce_csrf_checks=True)
    theirs, old = token_of(stranger), token_of(careful)
    assert not logs_in(careful, nakamura, theirs, HTTP_ORIGIN=OURS)
    assert logs_in(careful, nakamura, old, HTTP_ORIGIN=OURS)
    stale = {"csrfmiddlewaretoken": old}
    assert careful.post(reverse("account_logout"), stale, secure=True, HTTP_ORIGIN=OURS).status_code == 403
    assert "_auth_user_id" in careful.session


def test_a_token_may_be_anything(sender: Sender, careful: Client, nakamura: User) -> None:
    good = token_of(careful)
    kept = careful.cookies["csrftoken"].value
    for value in odd(good):
        for token, cookie in ((value, kept), (good, value.encode("ascii", "replace").decode())):
            careful.cookies["csrftoken"] = cookie
            typed = {"login": nakamura.email, "password": PASSWORD, "csrfmiddlewaretoken": token}
            facts = {"data": typed, "secure": True, "HTTP_ORIGIN": OURS}
            sender.send(careful, "post", reverse("account_login"), f"{token[:40]!r} {cookie[:40]!r}", **facts)
    assert set(sender.answers) <= {400, 403}, "no other token opens the form"


def test_a_session_may_be_anything_and_is_never_one_that_somebody_chose(
    sender: Sender, nakamura: User
) -> None:
    known = signed_in(nakamura).cookies["sessionid"].value
    for value in odd(known):
        browser = Client()
        browser.cookies["sessionid"] = value.encode("ascii", "replace").decode()
        answer = sender.send(browser, "get", reverse("mine:home"), f"session {value[:40]!r}")
        assert answer is None or answer.status_code == 302, value
    assert Session.objects.count() == 1


def test_the_login_changes_the_session_and_the_logout_ends_it(client: Client, nakamura: User) -> None:
    """Whoever planted a session before the login, or copied one during it, has nothing afterwards."""
    client.get(reverse("account_login"))
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = planted = str(session.session_key)
    assert logs_in(client, nakamura, "")
    given = client.cookies["sessionid"].value
    assert planted != given
    for key in (planted, given):
        client.cookies["sessionid"] = given
        if key == given:
            client.post(reverse("account_logout"))
        copied = Client()
        copied.cookies["sessionid"] = key
        assert copied.get(reverse("mine:home")).status_code == 302, key


@pytest.mark.parametrize("end", ["deleted", "closed", "another password"])
def test_the_cookie_of_somebody_who_is_gone_is_a_guests(nakamura: User, sakura: Facility, end: str) -> None:
    browser = signed_in(nakamura)
    assert browser.get(reverse("mine:home")).status_code == 200
    if end == "deleted":
        nakamura.emailaddress_set.all().delete()  # type: ignore[attr-defined]
        User.objects.filter(pk=nakamura.pk)._raw_delete("default")
    elif end == "closed":
        User.objects.filter(pk=nakamura.pk).update(is_active=False)
    else:
        User.objects.filter(pk=nakamura.pk).update(password="x")
    for path in (reverse("mine:home"), reverse("facility:home", args=[sakura.public_id])):
        assert browser.get(path)["Location"].startswith(reverse("account_login")), path
        assert browser.post(path).status_code in (302, 405), path


def odd(good: str) -> Iterator[str]:
    """Yield values of every category, and a good one with each sign changed, cut, longer and in another case."""
    dealt = Dealer()
    for turn, name in enumerate(SOURCES):
        values = category(name)
        yield from (value.text for value in (values if dealt.asked else values[turn::307]))
    for at in range(0, len(good), 1 if dealt.asked else 7):
        yield good[:at] + ("A" if good[at] != "A" else "B") + good[at + 1 :]
        yield good[:at]
    yield from (good + "A", good * 2, good.swapcase(), good[::-1], " " + good[1:], "0" * len(good))
