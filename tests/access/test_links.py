"""Every page behind a mailed link: its own link opens it, any other opens nothing, shows nobody and writes nothing."""

import pytest
from django.test import Client

from tests.access.database import fingerprint
from tests.access.links import link_pages, links_of
from tests.access.related import Related
from tests.access.words import OURS, words_in

pytestmark = pytest.mark.django_db
GONE = {404, 410}
OF_BOTH = {OURS.people, OURS.staff, OURS.title}
ALIKE = {302}
"""A mail program's one click (RFC 8058) reads the same for every link: 停止しました."""
MAILED_ANEW = {("applications:new_link", what) for what in ("expired", "used", "for inquiry")}
"""Any link of an application or a question, also an old one, mails another to the address that its row was proved with."""


def test_only_the_link_of_a_page_opens_it(related: Related, client: Client) -> None:
    held, wrong = links_of(related), []
    for rule in link_pages():
        tries = [(what, to) for what, to in held.wrong(rule) if (rule.name, what) not in MAILED_ANEW]
        before = fingerprint()
        for what, address in tries:
            for method in sorted(rule.methods):
                answer = client.generic(method, address)
                promised = ALIKE if (method, rule.name) == ("POST", "alerts:stop") else GONE
                if answer.status_code not in promised or words_in(answer):
                    wrong.append(f"{method} {rule.name} {what}: {answer.status_code} {words_in(answer)}")
        assert fingerprint() == before, rule.name
    assert not wrong, "\n".join(wrong)


def test_a_link_shows_what_its_holder_wrote_and_was_written_and_nothing_else(
    related: Related, client: Client
) -> None:
    held, wrong, read = links_of(related), [], set[str]()
    for rule in link_pages():
        if "GET" in rule.methods:
            answer = client.get(held.own(rule))
            read |= words_in(answer)
            if answer.status_code not in {200, 302, 409}:
                wrong.append(f"{rule.name}: {answer.status_code}")
            if words_in(answer) - OF_BOTH:
                wrong.append(f"{rule.name}: {words_in(answer)}")
    assert not wrong, "\n".join(wrong)
    assert read == OF_BOTH
