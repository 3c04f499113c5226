"""Category 13: what a mail server or a mail program might take for a header."""

from collections.abc import Iterator
from itertools import product

ENDS = ("\r\n", "\n", "\r", "\r\n ", "\u2028", "%0d%0a", "\\r\\n")
HEADERS = (
    "Bcc: x@leak.example",
    "To: x@leak.example",
    "Subject: x",
    "Content-Type: text/html",
    "Reply-To: x@leak.example",
    ".",
)
PIECES = (
    *(
        "=?utf-8?B?5L2Q6Jek?=",
        "=?utf-8?q?=0d=0aBcc:x?=",
        "=?x?y?z?=",
        "From: ",
        "From x",
        ".",
        "..",
        "\r\n.\r\n",
        "-- ",
        "--boundary--",
    ),
    *(
        "office@key-net.example",
        '"Key-Net 事務局" <office@key-net.example>',
        "a@x.example <b@x.example>",
        "佐藤 (admin)",
        "=C3=A9",
    ),
    *(
        "<佐藤>",
        "佐藤, 鈴木",
        "佐藤; 鈴木:",
        "\\佐藤",
        '"佐藤',
        "Re: 【Key-Net】",
        "begin 644 x",
        "http://evil.example/確認",
        "％0d％0a",
    ),
)


def texts() -> Iterator[str]:
    """Yield every header behind every line end, encoded words, spoofed names and lines too long for SMTP."""
    for end, header in product(ENDS, HEADERS):
        yield from (f"佐藤{end}{header}", f"{end}{header}{end}{end}本文")
    for piece in PIECES:
        yield from (piece, f"{piece}佐藤", f"佐藤{piece}", f"佐藤\n{piece}")
    yield from ("あ" * 998, "a" * 999, "a" * 2000 + "\n" + "b" * 2000, "=" * 1000)
