"""Category 17, as far as anybody gives us files: what an operator's table may turn into on its way here."""

import io
import zipfile
from collections.abc import Iterator
from itertools import product

from tests.input.corpus.encodings import BROKEN

CODECS = (
    *("utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_7"),
    *("cp932", "euc_jp", "iso2022_jp", "gb18030", "cp500"),
)
OTHER_KINDS = (
    *(
        b"",
        b" ",
        b"\n",
        b"\r\n" * 5000,
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\x00",
        b"\x00" * 100_000,
        b"\x1a",
        b'"',
    ),
    *(
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7\n%\xe2\xe3",
        b"\x1f\x8b\x08\x00",
        b"MZ\x90",
        b"PK\x03\x04",
        b"PK\x05\x06",
    ),
    *(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"<html><table><tr><td>1",
        b"{\\rtf1",
        b'[{"a": 1}]',
        b"=cmd|'/c calc'!A0",
    ),
    *(b"," * 1_000_000, b"\t" * 1_000_000, b'"' * 200_001, "看".encode() * 200_000, b"[" * 100_000),
)
INSIDE = (
    *(
        b"\x00",
        b'"',
        b'""',
        b"'",
        b",",
        b",,,,",
        b"\t",
        b";",
        b"\n",
        b"\r",
        b"\r\n\r\n",
        b"\v",
        b"\x1c",
        b"\x85",
        b"\x1a",
    ),
    *(
        b"\xef\xbb\xbf",
        b"\\",
        b"\\.\n",
        b"=1+1",
        b"#",
        b"\xe2\x80\xa8",
        b"\xe2\x80\x8b",
        b"\xe2\x80\xae",
        b"9" * 5000,
    ),
    *(b"," * 100_000, b"x" * 200_000, b'"' + b"x" * 200_000),
)
PLACES = 5


def spoiled(good: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes: a good file in other encodings, cut, with something inside, and files of other kinds."""
    text = good.decode("utf-8-sig")
    for codec in CODECS:
        yield codec, text.encode(codec, "replace")
    for at, other in enumerate(OTHER_KINDS):
        yield f"kind {at} {other[:8]!r}", other
    places = [len(good) * part // PLACES for part in range(PLACES + 1)]
    for at, piece in product(places, (*INSIDE, *BROKEN)):
        yield f"{piece[:8]!r} at {at}", good[:at] + piece + good[at:]
    for at in places:
        yield f"cut at {at}", good[:at]
    yield from _lines(good)


def _lines(good: bytes) -> Iterator[tuple[str, bytes]]:
    lines = good.splitlines()
    yield "old Mac", b"\r".join(lines)
    yield "one line", b"".join(lines)
    yield "twice", good + good
    yield "backwards", b"\n".join(reversed(lines))
    yield "head alone", lines[0] + b"\n"
    yield "no head", b"\n".join(lines[1:])
    for name, other in (("semicolons", b";"), ("bars", b"|"), ("spaces", b" ")):
        yield name, good.replace(b",", other)
    for at in range(len(lines[1].split(b","))):
        cells = lines[1].split(b",")
        yield (
            f"without cell {at}",
            b"\n".join([lines[0], b",".join(cells[:at] + cells[at + 1 :]), *lines[2:]]),
        )


def archives(good: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield archives: with none, two, or a strangely named file, cut, encrypted, damaged, or far larger inside."""
    names = (
        "x.csv",
        "x.txt",
        "../../x.csv",
        "x\u202evsc.csv",
        "",
        "/etc/x.csv",
        "a" * 255 + ".csv",
        "x.csv/",
    )
    for name in names:
        yield f"archive of {name[:12]!r}", _archive([(name, good)])
    yield "archive of nothing", _archive([])
    yield "archive of two", _archive([("a.csv", good), ("b.csv", good)])
    yield "archive in an archive", _archive([("a.csv", _archive([("b.csv", good)]))])
    yield "archive of zeros", _archive([("a.csv", b"0" * 20_000_000)])
    whole = _archive([("x.csv", good)])
    head, middle = whole.index(b"PK\x01\x02"), len(whole) // 2
    yield "encrypted", whole[:6] + b"\x01" + whole[7 : head + 8] + b"\x01" + whole[head + 9 :]
    yield "unknown way of packing", whole[:8] + b"\x63" + whole[9 : head + 10] + b"\x63" + whole[head + 11 :]
    yield "damaged", whole[:60] + b"\xff\xff" + whole[62:]
    yield "cut archive", whole[:middle]
    yield "archive behind a picture", b"\x89PNG\r\n\x1a\n" + whole


def _archive(members: list[tuple[str, bytes]]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name or "-", content)
    return file.getvalue()


FACTS = (
    *("", "x", "title = ", "= 1", "\ufeff", "title = 1", 'title = "\\u0000"', "a.b.c = 1\na.b = 2", "\x00"),
    *(
        "columns = 3",
        'columns = "x"',
        "columns = []",
        "[[columns]]\nx = 1",
        "notes = 3",
        'notes = ["x"]',
        "notes = [3]",
    ),
    *("[columns]\nseekers = 3", "[columns]\nseekers = []", "[notes]\ntext = 'x'", "period_from = 2026-02-30"),
    *(
        "period_from = 10:00:00",
        "period_from = 2026-11-21T10:00:00Z",
        f"x = {'9' * 5000}",
        f"x = {'[' * 3000}",
    ),
)
"""What may stand in the TOML file beside a table, before what was there."""
