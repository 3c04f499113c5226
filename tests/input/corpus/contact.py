"""Category 9: telephone numbers, postal codes and mail addresses, lawful, old, foreign and broken."""

from collections.abc import Iterator
from itertools import product

PHONES = (
    *(
        "0456710000",
        "045-671-0000",
        "(045)671-0000",
        "０４５−６７１−００００",
        "+81-45-671-0000",
        "+81 (0)45 671 0000",
    ),
    *(
        "060-1234-5678",
        "070-1234-5678",
        "0120-000-000",
        "0570-000-000",
        "0800-000-0000",
        "050-1234-5678",
        "110",
        "119",
    ),
    *(
        "045-671-0000 内線12",
        "045-671-0000(代)",
        "045-671-0000、0001",
        "0045-671-0000",
        "+1-202-555-0100",
        "000-0000-0000",
    ),
    *(
        "０九〇一二三四",
        "tel:0456710000",
        "090-1234-567",
        "090-1234-56789",
        "045ー671ー0000",
        "#31#09012345678",
        "*67",
    ),
)
POSTALS = (
    "231-0017",
    "〒231-0017",
    "２３１−００１７",
    "2310017",
    "231-001",
    "000-0000",
    "999-9999",
    "231-0017-1",
    "23l-0017",
)
LOCALS = (
    *(
        "a",
        ".a",
        "a.",
        "a..b",
        "a+b",
        "a'b",
        '"a b"',
        '"a@b"',
        "a" * 64,
        "a" * 65,
        "ａ",
        "あ",
        "a%00",
        "a\\",
        "-a",
        "a,b",
    ),
    *(
        "$(id)",
        "a;b",
        "a b",
        "<a>",
        "a\r\nBcc:x",
        "=?utf-8?q?a?=",
        "(comment)a",
        "{{7*7}}",
        "a\x00",
        "mailto:a",
        "'or'1'='1",
    ),
)
DOMAINS = (
    *(
        "docomo.ne.jp",
        "ezweb.ne.jp",
        "x.example",
        "localhost",
        "x",
        "[127.0.0.1]",
        "127.0.0.1",
        "１.example",
        "x..example",
    ),
    *(
        "-x.example",
        "x-.example",
        "日本語.jp",
        "xn--wgv71a119e.jp",
        "x.example.",
        "x_y.example",
        "a@b.example",
        f"{'a' * 64}.jp",
    ),
    *(
        ".".join(["a" * 60] * 5),
        "x.example,y.example",
        "x.example;y@z.example",
        "x.example>",
        "x。example",
        "x.ｅｘample",
    ),
)

WIDE = {sign: sign + 0xFEE0 for sign in range(0x21, 0x7F)}


def texts() -> Iterator[str]:
    """Yield numbers, codes, and every local part at a good domain, a good one at every domain, and both bad."""
    for number in (*PHONES, *POSTALS):
        spaced, long = number.replace("-", " "), number.replace("-", "ー")
        yield from (number, number.translate(WIDE), spaced, long, f" {number}\u3000")
    for length in (253, 254, 255, 320):
        yield f"{'a' * 60}@{'b' * 60}.{'c' * 60}.".ljust(length - len(".example"), "d") + ".example"
    for local, domain in product(LOCALS, DOMAINS):
        if local == "a" or domain in {"x.example", "docomo.ne.jp", "localhost"} or len(local) > 5:
            yield f"{local}@{domain}"
    yield from (
        "@",
        "a@",
        "@x.example",
        "a",
        "A B <a@x.example>",
        "a@x.example, b@x.example",
        "a@x.example\nb@x.example",
    )
