"""Who is told of a publication, and of what follows."""

import pytest

from facilities.models import Desk, DeskAddress, Facility
from keynet.accounts.models import User
from keynet.outbox import postman
from keynet.outbox.models import Event, Letter
from postings.alerts.models import Recruiter
from postings.alerts.publication import tell_of_publication
from postings.models import Posting
from tests.alerts import letters_to, make_desk, make_recruiter, react
from tests.builders import make_application, make_draft, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def posting(
    sakura: Facility,
    sato: User,
    okada: User,
    health_department: DeskAddress,
    nurse_center: DeskAddress,
    recruiter: Recruiter,
) -> Posting:
    """A published posting for a nurse in 神奈川県, and everybody told."""
    published = make_published(sakura, sato, okada)
    react()
    return published


def sent(posting: Posting) -> None:
    """Pretend that everything has left."""
    for letter in Letter.objects.filter(subject=f"posting:{posting.pk}", status="pending"):
        letter.settle(Letter.Status.SENT)


def test_prefecture_nurse_center_and_recruiter_each_get_one_letter(posting: Posting) -> None:
    about = Letter.objects.filter(subject=f"posting:{posting.pk}", kind__startswith="alerts.")
    assert sorted(about.values_list("recipient", "kind")) == [
        ("iryo@kanagawa.example", "alerts.new_for_prefecture"),
        ("jinzai@recruiter.example", "alerts.new_for_recruiter"),
        ("nurse@kanagawa.example", "alerts.new_for_nurse_center"),
    ]


def test_a_second_handling_of_the_event_writes_nothing(posting: Posting) -> None:
    before = Letter.objects.count()
    tell_of_publication(Event.objects.get(name="posting.published"))
    assert Letter.objects.count() == before


def test_the_coordination_desk_is_told_and_other_prefectures_are_not(
    sakura: Facility, sato: User, okada: User
) -> None:
    make_desk(Desk.Kind.COORDINATION_DESK, "14", "honbu@kanagawa.example")
    make_desk(Desk.Kind.PREFECTURAL_OFFICE, "13", "iryo@tokyo.example")
    make_published(sakura, sato, okada)
    react()
    assert letters_to("honbu@kanagawa.example") == ["alerts.new_for_prefecture"]
    assert letters_to("iryo@tokyo.example") == []


def test_the_nurse_center_hears_only_of_the_four_nurse_occupations(
    sakura: Facility, sato: User, okada: User, nurse_center: DeskAddress
) -> None:
    make_published(sakura, sato, okada, occupation="pharmacist", licence="薬剤師免許")
    react()
    assert letters_to(nurse_center.address) == []


@pytest.mark.parametrize(
    ("choices", "is_told"),
    [
        ({"occupations": ["nurse"], "prefectures": ["14"]}, True),
        ({"occupations": ["doctor"]}, False),
        ({"prefectures": ["13"]}, False),
    ],
)
def test_a_recruiter_hears_only_of_what_it_chose(
    sakura: Facility, sato: User, okada: User, choices: dict[str, list[str]], is_told: bool
) -> None:
    make_recruiter(okada, "some@recruiter.example", **choices)
    make_published(sakura, sato, okada)
    react()
    assert ("alerts.new_for_recruiter" in letters_to("some@recruiter.example")) is is_told


def test_a_facility_may_keep_recruiters_out(
    sakura: Facility, sato: User, okada: User, recruiter: Recruiter, health_department: DeskAddress
) -> None:
    make_published(sakura, sato, okada, share_with_recruiters=False)
    react()
    assert letters_to(health_department.address) == ["alerts.new_for_prefecture"]
    assert "alerts.new_for_recruiter" not in letters_to(recruiter.address)


def test_a_stopped_address_hears_nothing(
    sakura: Facility, sato: User, okada: User, recruiter: Recruiter, health_department: DeskAddress
) -> None:
    recruiter.stop(by=okada)
    health_department.stopped_at = health_department.since
    health_department.save()
    make_published(sakura, sato, okada)
    react()
    assert letters_to(health_department.address) == []
    assert letters_to(recruiter.address) == []


def test_a_hidden_name_stays_out_of_the_recruiters_letter_and_is_told_to_the_authorities(
    sakura: Facility, sato: User, okada: User, recruiter: Recruiter, health_department: DeskAddress
) -> None:
    make_published(sakura, sato, okada, name_visibility="hidden", title="さくら病院の看護師")
    react()
    letter = Letter.objects.get(kind="alerts.new_for_recruiter")
    assert "さくら病院" not in letter.heading + letter.body
    assert "施設名：非公開" in letter.body
    assert "さくら病院" in Letter.objects.get(kind="alerts.new_for_prefecture").body


def test_no_letter_says_anything_about_applicants(posting: Posting, sato: User) -> None:
    sent(posting)
    make_application(posting)
    posting.close(by=sato, reason="filled")
    react()
    for letter in Letter.objects.filter(kind__startswith="alerts."):
        assert "中村" not in letter.body
        assert "nakamura" not in letter.body


@pytest.mark.parametrize(("verb", "kind"), [("pause", "alerts.paused"), ("close", "alerts.closed")])
def test_a_stop_is_told_to_everybody_who_was_told(posting: Posting, sato: User, verb: str, kind: str) -> None:
    sent(posting)
    getattr(posting, verb)(by=sato, **({"reason": "filled"} if verb == "close" else {}))
    react()
    assert Letter.objects.filter(kind=kind).count() == 3
    assert "/recruiters/stop/" in Letter.objects.get(kind=kind, recipient="jinzai@recruiter.example").body


def test_a_suspension_is_told_without_its_reason(posting: Posting, okada: User) -> None:
    sent(posting)
    posting.suspend(by=okada, reason="通報があったため")
    react()
    told = Letter.objects.filter(kind="alerts.suspended")
    assert told.count() == 3
    assert not told.filter(body__contains="通報").exists()


def test_each_stop_is_told_once_and_a_second_stop_again(posting: Posting, sato: User) -> None:
    sent(posting)
    for _ in range(2):
        posting.pause(by=sato)
        react()
        sent(posting)
        posting.resume(by=sato)
        react()
        sent(posting)
    assert letters_to("nurse@kanagawa.example") == [
        "alerts.new_for_nurse_center",
        "alerts.paused",
        "alerts.resumed",
        "alerts.paused",
        "alerts.resumed",
    ]


def test_who_stopped_meanwhile_is_not_told_of_the_end(
    posting: Posting, sato: User, okada: User, recruiter: Recruiter
) -> None:
    sent(posting)
    recruiter.stop(by=okada)
    posting.close(by=sato, reason="withdrawn")
    react()
    assert Letter.objects.filter(kind="alerts.closed").count() == 2


def test_news_of_a_posting_that_was_paused_meanwhile_waits_for_its_return(
    posting: Posting, sato: User
) -> None:
    about = Letter.objects.filter(subject=f"posting:{posting.pk}", kind__startswith="alerts.")
    posting.pause(by=sato)
    react()
    postman.deliver()
    assert set(about.values_list("kind", "status")) == {
        ("alerts.new_for_prefecture", "suppressed"),
        ("alerts.new_for_nurse_center", "suppressed"),
        ("alerts.new_for_recruiter", "suppressed"),
    }
    posting.resume(by=sato)
    react()
    assert set(about.values_list("status", flat=True)) == {"pending"}
    assert about.count() == 3


def test_a_recruiter_that_stops_before_its_letter_leaves_gets_none(
    posting: Posting, okada: User, recruiter: Recruiter
) -> None:
    recruiter.stop(by=okada)
    postman.deliver()
    assert Letter.objects.get(kind="alerts.new_for_recruiter").status == "suppressed"
    assert Letter.objects.get(kind="alerts.new_for_prefecture").status == "sent"


def test_a_posting_that_was_never_public_ends_in_silence(
    sakura: Facility, sato: User, okada: User, health_department: DeskAddress
) -> None:
    posting = make_draft(sakura)
    posting.submit(by=sato)
    posting.confirm(by=okada)
    posting.close(by=sato, reason="withdrawn")
    react()
    assert letters_to(health_department.address) == []
