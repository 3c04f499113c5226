"""Category 2: bytes that are no UTF-8, or that claim to be something else."""

from collections.abc import Iterator

BROKEN = (
    *(
        b"\x80",
        b"\xbf",
        b"\xc0\x80",
        b"\xc0\xaf",
        b"\xc1\xbf",
        b"\xe0\x80\xaf",
        b"\xf0\x80\x80\xaf",
        b"\xed\xa0\x80",
    ),
    *(
        b"\xed\xb0\x80",
        b"\xed\xa0\xbd\xed\xb8\x80",
        b"\xf4\x90\x80\x80",
        b"\xf5\x80\x80\x80",
        b"\xf8\x88\x80\x80\x80",
    ),
    *(
        b"\xfe",
        b"\xff",
        b"\xff\xfe\x42\x30",
        b"\xfe\xff\x30\x42",
        b"\xe3\x81",
        b"\xe3",
        b"\xf0\x9f\x98",
        b"\xef\xbf\xbe",
    ),
)
WORDS = ("看護師", "髙橋", "ｶﾅ", "ソ表能", "~")
CODECS = ("cp932", "euc_jp", "iso2022_jp", "utf_16", "utf_16_le", "utf_32", "utf_7", "gb18030", "euc_kr")
CHARSETS = (
    *(
        "utf-8",
        "UTF8",
        "shift_jis",
        "euc-jp",
        "utf-7",
        "utf-16",
        "latin-1",
        "us-ascii",
        "bogus",
        "",
        '"',
        "'utf-8'",
        "utf-8;x",
    ),
    *(
        "zlib",
        "hex",
        "base64",
        "bz2",
        "rot13",
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "raw_unicode_escape",
        "uu",
    ),
    *("quopri", "mbcs", "x" * 5000, "../../x", "utf-8, utf-16", "utf_8_sig", "cp932 ", "%75tf-8", "charmap"),
)


def pieces() -> Iterator[bytes]:
    """Yield broken sequences alone, around and inside a word, and words in other encodings."""
    word = "看護".encode()
    for broken in BROKEN:
        yield from (broken, word + broken, broken + word, word[:3] + broken + word[3:], broken * 3)
    for text in WORDS:
        yield from (text.encode(codec, "replace") for codec in CODECS)


def content_types() -> Iterator[str]:
    """Yield what a request may say about its body: every charset for every kind, and kinds that are none.

    None with a NUL: Django reads the charset before any of our code runs, and gunicorn refuses such a header.
    """
    for charset in CHARSETS:
        yield f"application/x-www-form-urlencoded; charset={charset}"
        yield f"multipart/form-data; boundary=x; charset={charset}"
        yield f"text/plain; charset={charset}"
    yield from (
        "",
        ";",
        "x",
        "/",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "application/json",
        "text/xml",
    )
    yield from (
        f"multipart/form-data; boundary={'b' * 300}",
        'multipart/form-data; boundary="é"',
        "multipart/mixed; boundary=x",
    )
    yield from ("application/x-www-form-urlencoded; charset*=utf-8''x", "x" * 9000)
