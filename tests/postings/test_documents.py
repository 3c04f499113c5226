"""The printed sheet: tagged, dated, one or two pages, and nothing fetched."""

import builtins
import io
import re
from typing import Any

import pypdf
import pytest

from facilities.models import Facility
from keynet.accounts.models import User
from postings import documents
from postings.documents import Unavailable, sheet
from tests.builders import make_published
from tests.postings.exports.nasty import TEXTS

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


def glyphs_of(pdf: bytes) -> list[str]:
    """Return the glyphs that the pages draw, as numbers of four hexadecimal digits; 0000 is the empty box."""
    content = "".join(
        page.get_contents().get_data().decode("latin-1") for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
    )
    drawn = [
        run
        for array in re.findall(r"\[(.*?)\]\s*TJ", content, re.DOTALL)
        for run in re.findall(r"<([0-9a-fA-F]+)>", array)
    ]
    return [run[at : at + 4] for run in drawn for at in range(0, len(run), 4)]


def test_characters_of_names_are_never_a_box(sakura: Facility, sato: User, okada: User) -> None:
    names = "𠮷田 髙橋 﨑山 德永 濵田 栁 邉 葛󠄀城 鷗外 彅 ㈱ ① Ⅲ ｶﾞ"
    pdf = sheet(make_published(sakura, sato, okada, duties=names))
    glyphs = glyphs_of(pdf)
    assert len(glyphs) > 500
    assert "0000" not in glyphs
    text = text_of(pdf)
    for name in ("𠮷田", "髙橋", "﨑山", "德永", "鷗外"):
        assert name in text


def test_the_sheet_is_pdf_ua_with_fonts_inside_and_small(sakura: Facility, sato: User, okada: User) -> None:
    pdf = sheet(make_published(sakura, sato, okada))
    assert len(pdf) <= 200_000
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert "pdfuaid" in reader.root_object["/Metadata"].get_object().get_data().decode()
    found: list[Any] = [page["/Resources"] for page in reader.pages]
    fonts = [font.get_object() for resources in found for font in resources["/Font"].values()]
    assert fonts
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(inner)
        assert re.match(r"/[A-Z]{6}\+", str(font["/BaseFont"])), "only the glyphs that are used"


@pytest.mark.parametrize("text", [text for text in TEXTS if text.strip()][::12])
def test_nasty_text_makes_a_sheet(text: str, sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    posting.duties = f"{text}<link rel=attachment href='file:///etc/passwd'>"
    pdf = sheet(posting)
    assert pdf.startswith(b"%PDF-")
    assert b"root:" not in pdf and b"/EmbeddedFile" not in pdf
