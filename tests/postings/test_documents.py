"""The printed sheet: tagged, dated, one or two pages, and nothing fetched."""

import builtins
import io
from typing import Any

import pypdf
import pytest

from facilities.models import Facility
from keynet.accounts.models import User
from postings import documents
from postings.documents import Unavailable, sheet
from tests.builders import make_published

pytestmark = pytest.mark.django_db


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_the_sheet_says_the_terms_and_where_they_stand(
    sakura: Facility, sato: User, okada: User, caplog: pytest.LogCaptureFixture
) -> None:
    posting = make_published(sakura, sato, okada)
    pdf = sheet(posting)
    assert not caplog.records, "a sheet that was made is no news"
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 1
    assert "/Marked" in str(reader.root_object["/MarkInfo"])
    assert str(reader.root_object["/Lang"]) == "ja"
    text = text_of(pdf)
    for words in (posting.number, posting.public_url, "さくら病院", "時給2,300円", "変更の範囲", "印刷"):
        assert words in text


def test_the_sheet_of_the_longest_posting_fits_on_two_pages(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(
        sakura,
        sato,
        okada,
        duties="あ" * 1000,
        wage_note="い" * 300,
        hours_note="う" * 200,
        holidays_note="え" * 200,
    )
    assert len(pypdf.PdfReader(io.BytesIO(sheet(posting))).pages) <= 2


def test_a_hidden_facility_is_not_on_the_sheet(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada, name_visibility="hidden")
    text = text_of(sheet(posting))
    assert "さくら" not in text
    assert "港町" not in text


def test_nothing_is_fetched_even_when_the_text_asks_for_it(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada, duties="<img src='file:///etc/passwd'><script>1</script>")
    assert "<img" in text_of(sheet(posting))


def test_a_machine_without_pango_says_so(
    sakura: Facility, sato: User, okada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    posting = make_published(sakura, sato, okada)
    real = builtins.__import__

    def without_pango(name: str, *rest: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(Unavailable):
        documents.sheet(posting)
