"""Category 5: letters that look like others, in names, addresses and hosts."""

from collections.abc import Iterator

TWINS = str.maketrans("aceopxyABEHKMOPTX", "асеорхуАВЕНКМОРТХ")
WORDS = (
    "key-net.example",
    "Hospital",
    "admin@key-net.example",
    "https://key-net.example/",
    "ABC clinic",
    "Peace",
)
OTHERS = (
    "二＝ニ",
    "ロ口",
    "へヘ",
    "一ー",
    "力カ",
    "夕タ",
    "工エ",
    "卜ト",
    "八ハ",
    "才オ",
    "ΑΒΓ病院",
    "раypal",
)
HOSTS = (
    "xn--80ak6aa92e.com",
    "xn--",
    "xn--a",
    "xn--\u3042",
    "ｋｅｙ-ｎｅｔ.example",
    "日本語.jp",
    "ß.example",
    "a。b．c",
)


def texts() -> Iterator[str]:
    """Yield Cyrillic and full-width twins letter by letter, kana that look like kanji, and hosts."""
    for word in WORDS:
        yield word.translate(TWINS)
        yield "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in word)
        yield from (word[:at] + chr(ord(word[at]) + 0xFEE0) + word[at + 1 :] for at in range(len(word)))
        for at, letter in enumerate(word):
            if letter.translate(TWINS) != letter:
                yield word[:at] + letter.translate(TWINS) + word[at + 1 :]
    yield from OTHERS
    for host in HOSTS:
        yield from (host, f"a@{host}", f"https://{host}/", f"{host}病院")
