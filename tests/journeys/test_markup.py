"""Scripts in what people write run on no page that shows it: in a real browser, for everybody who reads it."""

import json
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from applications import links
from applications.models import Inquiry
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.lifecycle import LinkHolder
from postings.complaints.receiving import receive
from tests.cast import signed_in
from tests.input.corpus import Dealer, Value, category
from tests.input.stored import Stored, cleaned, store

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
BY_DAY = 3
WATCH = """
  window.ran = []; window.refused = [];
  window.xss = window.alert = () => ran.push("ran");
  document.addEventListener("securitypolicyviolation", e => refused.push(e.violatedDirective + " " + e.blockedURI));
"""
WAKE = """() => {
  for (const e of document.querySelectorAll("main *")) for (const kind of ["mouseover", "focus", "toggle", "pointerenter"])
    e.dispatchEvent(new Event(kind));
  return JSON.stringify([window.ran, window.refused]);
}"""


def test_no_script_that_somebody_wrote_runs(
    browser: Browser, live_server: LiveServer, sakura: Facility, sato: User, okada: User, mori: User
) -> None:
    sakura.name = "<img src=x onerror=xss(1)>病院"
    sakura.save()
    faults = []
    windows = {
        who: _window(browser, live_server, person) for who, person in _readers(sato, okada, mori).items()
    }
    for row in store(_values(), sakura, sato, okada):
        for who, path in _pages(row, okada):
            windows[who].goto(live_server.url + path)
            ran, refused = json.loads(windows[who].evaluate(WAKE))
            if ran or refused:
                faults.append(f"{path} {row.value.id}: {ran} {refused}")
    for window in windows.values():
        window.context.close()
    assert not faults


def _readers(sato: User, okada: User, mori: User) -> dict[str, User | None]:
    return {"guest": None, "facility": sato, "office": okada, "ministry": mori}


def _values() -> list[Value]:
    """Return what is accepted: by day a few, all of it with BAD_INPUT."""
    accepted = [value for value in category("markup") if cleaned(value)]
    return accepted if Dealer().asked else accepted[:: len(accepted) // BY_DAY]


def _window(browser: Browser, live_server: LiveServer, who: User | None) -> Page:
    context = browser.new_context(locale="ja-JP")
    context.add_init_script(WATCH)
    if who:
        session = signed_in(who).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return context.new_page()


def _pages(row: Stored, officer: User) -> Iterator[tuple[str, str]]:
    """Yield every page that shows what was written, and who reads it there."""
    posting, application = row.posting, row.application
    place, token = [posting.facility.public_id], links.issue(application)
    question = Inquiry.objects.create(
        submission_id=uuid4(), posting=posting, name=row.line, email="q@seeker.example", text=row.text
    )
    question.submit(by=LinkHolder(f"inquiry:{question.pk}"))
    complaint = receive(
        posting, {"topic": "terms", "text": row.text, "email": "r@seeker.example"}, submission_id=uuid4()
    )
    complaint.ask(row.text, by=officer)
    for name in ("postings:posting", "applications:apply", "applications:ask"):
        yield "guest", reverse(name, args=[posting.number])
    yield "guest", reverse("postings:search", query={"q": row.line})
    for name in ("applications:status", "applications:messages"):
        yield "guest", reverse(name, args=[token])
    for name in ("inbox:application", "inbox:messages", "inbox:print"):
        yield "facility", reverse(name, args=[*place, application.public_id])
    yield "facility", reverse("inbox:applications", args=place)
    yield "facility", reverse("inbox:inquiry", args=[*place, question.public_id])
    yield "facility", reverse("facility:complaint", args=[*place, complaint.pk])
    for name in ("facility:posting", "facility:preview", "facility:versions"):
        yield "facility", reverse(name, args=[*place, posting.number])
    yield "facility", reverse("facility:edit", args=[*place, posting.number, "work"])
    yield "office", reverse("office:check", args=[posting.number])
    yield "office", reverse("office:complaint", args=[complaint.pk])
    yield "office", reverse("office_facilities:one", args=place)
    yield "ministry", reverse("ministry:posting", args=[posting.number])
