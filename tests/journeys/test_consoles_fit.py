"""The screens of members on a phone, filled with what they are for, and before anything is there."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from applications.models import Application
from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from tests.builders import make_application, make_draft, make_published
from tests.journeys.conftest import Visit

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def application(sakura: Facility, sato: User, okada: User) -> Application:
    """An application to a published posting, beside a posting that waits for the office."""
    call_command("load_reference", verbosity=0)
    make_draft(sakura, title="手術室の看護師").submit(by=sato)
    return make_application(make_published(sakura, sato, okada))


def test_a_facility_works_on_a_phone(visit: Visit, application: Application, sato: User) -> None:
    posting = application.posting
    member, facility, number = visit(sato, phone=True), posting.facility.public_id, posting.number
    for page in ("home", "postings", "profile"):
        member.open(reverse(f"facility:{page}", args=[facility]))
    for page in ("posting", "preview", "confirm"):
        member.open(reverse(f"facility:{page}", args=[facility, number]))
    for block in ("work", "conditions", "pay", "intake"):
        member.open(reverse("facility:edit", args=[facility, number, block]))
    member.open(reverse("inbox:applications", args=[facility]))
    member.open(reverse("inbox:application", args=[facility, application.public_id]))
    member.press("確認を始める")
    member.follow("面接を案内する")
    member.open(reverse("inbox:inquiries", args=[facility]))
    member.open(reverse("hires:list", args=[facility]))


def test_a_facility_without_anything_is_told_what_to_do(visit: Visit, sakura: Facility, sato: User) -> None:
    member = visit(sato, phone=True)
    member.open(reverse("facility:home", args=[sakura.public_id]))
    member.sees("まだ募集はありません")
    member.press("新しい募集を作る")
    member.press("下書きに保存")
    number = Posting.objects.get().number
    member.open(reverse("facility:confirm", args=[sakura.public_id, number]))
    member.sees("次の項目を入力すると、先に進めます")
    member.unfold("メニュー")
    member.follow("応募者")
    member.sees("まだ応募はありません")


def test_the_office_works_on_a_phone(visit: Visit, application: Application, okada: User) -> None:
    officer = visit(okada, phone=True)
    officer.open("/office/")
    officer.follow("KN-")
    officer.open(f"/office/postings/{application.posting.number}/")
    for page in ("postings/", "recruiters/", "recruiters/add/", "letters/", "letters/kinds/"):
        officer.open(f"/office/{page}")


def test_the_menu_under_ones_own_name_opens_inside_the_window(visit: Visit, okada: User) -> None:
    officer = visit(okada)
    officer.open("/office/")
    officer.unfold(okada.name)
    panel = officer.page.locator(".menu__panel").filter(visible=True).bounding_box()
    assert panel and panel["x"] >= 0


def test_public_bodies_work_on_a_phone(
    visit: Visit, application: Application, mori: User, yoshida: User, noda: User
) -> None:
    number = application.posting.number
    screens = {
        mori: ["/ministry/postings/", f"/ministry/postings/{number}/", "/ministry/counts/"],
        yoshida: ["/prefecture/14/", "/prefecture/14/desk/"],
        noda: ["/nurse-center/14/", "/nurse-center/14/contact/"],
    }
    for person, paths in screens.items():
        member = visit(person, phone=True)
        for path in paths:
            member.open(path)
