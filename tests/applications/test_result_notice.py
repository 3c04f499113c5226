"""採否結果通知: a page and a PDF of what was decided, while the person is known; never the reason, never a note."""

import io
from uuid import uuid4

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from applications import noting, refusing
from applications.masking import mask_ended
from applications.models import Application, PersonalAccess
from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Posting
from tests.applications.ending import ended, hired
from tests.applications.test_facility_inbox import text, url
from tests.applications.test_refusing import half_an_hour_later
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused(application: Application, sato: User) -> Application:
    """Refused half an hour ago, with a reason and a note beside it."""
    noting.add_note(application, by=sato, text="内密のメモ", submission_id=uuid4())
    refusing.refuse(application, by=sato, text="今回は見送ります。", reason="skills")
    return application


def test_a_refusal_is_printed_when_the_applicant_was_told(refused: Application, sato: User) -> None:
    client = signed_in(sato)
    answer = client.get(url("result", refused), follow=True)
    assert "採用か不採用を知らせたあと" in text(answer) and "採否結果通知をPDFで開く" not in text(answer)
    half_an_hour_later()
    assert "採否結果通知をPDFで開く" in text(client.get(url("application", refused)))
    page = text(client.get(url("result", refused)))
    assert all(words in page for words in ("中村 優子 様", "不採用", "今回は見送ります。", refused.number))
    assert "内密" not in page and "資格・経験" not in page


def test_the_pdf_says_the_same_is_tagged_and_fits_on_one_page(posting: Posting, sato: User) -> None:
    application, _page = hired(posting, sato)
    answer = signed_in(sato).get(url("result_sheet", application))
    assert answer["Content-Type"] == "application/pdf"
    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    assert len(reader.pages) == 1 and "/Marked" in str(reader.root_object["/MarkInfo"])
    words = reader.pages[0].extract_text()
    assert "採否結果通知" in words and "採用" in words and "勤務を始める日" in words and "さくら病院" in words


def test_each_notice_is_a_reading_of_a_person(refused: Application, sato: User) -> None:
    half_an_hour_later()
    signed_in(sato).get(url("result", refused))
    reading = PersonalAccess.objects.get()
    assert (reading.page, reading.application, reading.actor) == ("result", refused, sato)


def test_nobody_prints_one_of_somebody_forgotten(posting: Posting, sato: User) -> None:
    application, _page = hired(posting, sato)
    ended(posting, sato, days=200)
    mask_ended()
    client = signed_in(sato)
    for name in ("result", "result_sheet"):
        assert client.get(url(name, application)).status_code == 302
    assert not PersonalAccess.objects.exists()


def test_it_is_the_facilitys_own(refused: Application, suzuki: User, midori: Facility) -> None:
    half_an_hour_later()
    for facility in (refused.posting.facility, midori):
        address = reverse("inbox:result", args=[facility.public_id, refused.public_id])
        assert signed_in(suzuki).get(address).status_code == 404
        assert Client().get(address).status_code == 302
