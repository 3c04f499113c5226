"""Break-glass: one application, a written reason, fifteen minutes, and the facility is told."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from applications import masking
from applications.models import Application, Emergency, PersonalAccess
from applications.safekeeping.emergencies import open_in_emergency
from facilities.models import Facility, Membership
from keynet.accounts.models import User
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from tests.applications.filling import applied
from tests.builders import make_application, make_published, make_user
from tests.cast import grown_old, signed_in

pytestmark = pytest.mark.django_db
REASON = "警察から、応募者の安否の照会がありました。"
ASK = "/office/privacy/emergency/"


@pytest.fixture
def application(sakura: Facility, sato: User, okada: User) -> Application:
    return make_application(make_published(sakura, sato, okada))


def opened(application: Application, officer: User, body: str = "office") -> str:
    """Open it as a person would; return the address of the page."""
    client = signed_in(officer)
    address = f"/{body}/privacy/emergency/"
    return client.post(address, {"number": application.number, "reason": REASON})["Location"]


@pytest.mark.parametrize("body", ["office", "ministry"])
def test_an_officer_opens_one_application_for_a_quarter_of_an_hour(
    application: Application, okada: User, mori: User, body: str
) -> None:
    person = {"office": okada, "ministry": mori}[body]
    page = opened(application, person, body)
    client = signed_in(person)
    shown = client.get(page)
    assert shown.status_code == 200 and "中村 優子" in shown.content.decode()
    Emergency.objects.update(opened_at=timezone.now() - timedelta(minutes=15))
    closed = client.get(page)
    assert closed.status_code == 410 and "中村" not in closed.content.decode()


def test_nobody_else_reads_what_one_opened(
    application: Application, okada: User, mori: User, sato: User
) -> None:
    page = opened(application, okada)
    colleague = make_user("colleague@office.example")
    colleague.appointments.create(body="office")
    for other in (colleague, mori, sato):
        assert signed_in(other).get(page).status_code == 404
    assert signed_in(okada).get(page.replace("office", "ministry")).status_code == 404


def test_every_look_is_in_the_facilitys_log_with_its_reason_and_no_officers_name(
    application: Application, okada: User, sato: User
) -> None:
    page = opened(application, okada)
    assert not PersonalAccess.objects.exists(), "opening shows nothing yet"
    signed_in(okada).get(page)
    row = PersonalAccess.objects.get()
    assert (row.body, row.reason, row.facility) == ("office", REASON, application.posting.facility)
    log = signed_in(sato).get(reverse("readings:list", args=[application.posting.facility.public_id]))
    text = log.content.decode()
    assert REASON in text and application.number in text and "運営事務局" in text and okada.name not in text


def test_every_admin_of_the_facility_is_told_once_and_without_the_person(
    application: Application, okada: User, sato: User, sakura: Facility
) -> None:
    second = make_user("second@sakura.example")
    Membership.objects.create(user=second, facility=sakura, role=Membership.Role.ADMIN)
    opened(application, okada)
    relay.run(REACTIONS)
    letters = Letter.objects.filter(kind="applications.opened_in_emergency")
    assert {letter.recipient for letter in letters} == {sato.email, second.email}
    assert all("中村" not in letter.body and REASON not in letter.body for letter in letters)


def test_it_asks_who_it_is_when_the_login_is_old(application: Application, okada: User) -> None:
    client = grown_old(signed_in(okada))
    answer = client.post(ASK, {"number": application.number, "reason": REASON})
    assert answer.status_code == 302 and "reauthenticate" in answer["Location"]
    assert not Emergency.objects.exists()


@pytest.mark.parametrize(
    ("number", "reason"), [("", REASON), ("A-2611-999999", REASON), ("x", REASON), (None, "急ぎ"), (None, "")]
)
def test_it_needs_an_application_and_a_reason(
    application: Application, okada: User, number: str | None, reason: str
) -> None:
    number = application.number if number is None else number
    answer = signed_in(okada).post(ASK, {"number": number, "reason": reason})
    assert answer.status_code == 200 and not Emergency.objects.exists()


def test_who_is_masked_cannot_be_opened(application: Application, okada: User) -> None:
    page = opened(application, okada)
    masking.mask_application_again(application.pk)
    assert signed_in(okada).get(page).status_code == 410
    answer = signed_in(okada).post(ASK, {"number": application.number, "reason": REASON})
    assert answer.status_code == 200


def test_nobody_opens_in_the_name_of_a_body_they_do_not_serve(application: Application, okada: User) -> None:
    for body in ("ministry", "facility"):
        with pytest.raises(PermissionDenied):
            open_in_emergency(application, reason=REASON, body=body, by=okada)


def test_the_applicant_reads_which_organisation_opened_it_and_when(
    sakura: Facility, sato: User, okada: User
) -> None:
    application, status = applied(make_published(sakura, sato, okada))
    signed_in(sato).get(reverse("inbox:application", args=[sakura.public_id, application.public_id]))
    signed_in(okada).get(opened(application, okada))
    text = signed_in(sato).get(status).content.decode()
    assert "あなたの情報を開いた記録" in text and "運営事務局" in text
    assert sato.name not in text.partition("あなたの情報を開いた記録")[2].partition("</section>")[0]


def test_a_colleague_without_the_role_does_not_read_the_log(
    application: Application, sakura: Facility
) -> None:
    member = make_user("member@sakura.example")
    Membership.objects.create(user=member, facility=sakura, role=Membership.Role.MEMBER)
    assert signed_in(member).get(reverse("readings:list", args=[sakura.public_id])).status_code == 403


def test_office_and_ministry_see_how_often_and_nobodys_name(
    application: Application, okada: User, mori: User, sato: User
) -> None:
    signed_in(sato).get(
        reverse("inbox:application", args=[application.posting.facility.public_id, application.public_id])
    )
    for person, page in ((okada, "/office/privacy/"), (mori, "/ministry/privacy/")):
        text = signed_in(person).get(page).content.decode()
        assert "1施設" in text and application.number not in text and sato.name not in text
