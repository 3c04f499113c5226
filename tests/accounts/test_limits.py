"""How often strangers may send, and how often one address is written to."""

import pytest
from django.core.cache import cache
from django.test import Client

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from postings.models import Posting
from tests.applications.filling import answers, apply_url, ask_url, question
from tests.builders import make_published
from tests.postings.clerk import Clerk

pytestmark = pytest.mark.django_db
HOSPITAL_AND_MORE = 60


@pytest.fixture(autouse=True)
def _nobody_counted_yet(db: None) -> None:
    """What journeys sent from this machine is still counted: the table of counts outlives their flush."""
    cache.clear()


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada)


def keep(clerk: Clerk, email: str) -> tuple[int, str]:
    answer = clerk.browser.post(f"{clerk.sheet}keep/", {"email": email})
    return answer.status_code, answer.content.decode()


def test_fifty_people_behind_one_address_apply_in_one_hour_and_a_machine_is_stopped_with_its_answers_kept(
    client: Client, posting: Posting
) -> None:
    for number in range(HOSPITAL_AND_MORE):
        typed = answers(posting, email=f"seeker{number}@seeker.example")
        assert client.post(apply_url(posting), typed).status_code == 302, number
    stopped = client.post(apply_url(posting), answers(posting, email="one.more@seeker.example"))
    html = stopped.content.decode()
    assert stopped.status_code == 429
    assert "1時間ほど待ってから" in html and "one.more@seeker.example" in html


def test_questions_from_one_place_end_with_a_sentence_beside_what_was_typed(
    client: Client, posting: Posting
) -> None:
    for number in range(30):
        typed = question(email=f"asker{number}@seeker.example")
        assert client.post(ask_url(posting), typed).status_code == 302
    stopped = client.post(ask_url(posting), question(text="託児はありますか。", email="more@seeker.example"))
    html = stopped.content.decode()
    assert stopped.status_code == 429
    assert "1時間ほど待ってから" in html and "託児はありますか。" in html


def test_what_is_only_corrected_does_not_count(client: Client, posting: Posting) -> None:
    for _ in range(40):
        assert client.post(ask_url(posting), question(text="")).status_code == 200
    assert client.post(ask_url(posting), question()).status_code == 302


def test_an_address_gets_three_letters_an_hour_whichever_form_asks(client: Client, posting: Posting) -> None:
    victim = "victim@hospital.example"
    assert client.post(apply_url(posting), answers(posting, email=victim)).status_code == 302
    assert client.post(ask_url(posting), question(email=victim.upper())).status_code == 302
    clerk = Clerk()
    assert keep(clerk, victim)[0] == 302
    status, html = keep(clerk, victim)
    assert status == 429 and "を過ぎてから" in html and victim in html
    assert client.post(ask_url(posting), question(email=victim)).status_code == 429
    assert Letter.objects.filter(recipient__iexact=victim).count() == 3


def test_an_address_that_was_sent_enough_cannot_be_handed_in_or_told_apart() -> None:
    clerk = Clerk()
    clerk.fill_in()
    for _ in range(3):
        assert keep(clerk, "aoba@hospital.example")[0] == 302
    answer = clerk.hand_in()
    assert answer.status_code == 429 and "を過ぎてから" in answer.content.decode()
    assert clerk.registration.status == "draft"
    sent = clerk.browser.post("/registration/link/", {"email": "aoba@hospital.example"})
    assert sent.status_code == 302
    assert Letter.objects.count() == 3
