"""Telephone numbers, postal codes and mail addresses: stored bare, shown as people write them."""

import re
import unicodedata

from keynet.vocabulary.area_codes import area_code_length
from keynet.vocabulary.characters import drop_invisible
from keynet.vocabulary.japanese import compact
from keynet.vocabulary.mistakes import Mistake

_TEN_DIGITS = re.compile(r"0[1-9][1-9][0-9]{7}")
_ELEVEN_DIGITS = re.compile(r"0[5-9]0[0-9]{8}")
_GROUPED_BY_THREE = ("0120", "0570", "0990")

LONGEST_ADDRESS = 254
"""Characters of an address, and 64 of them before the @ (RFC 5321, 4.5.3.1)."""

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_STRAY_DOT = re.compile(r"^\.|\.\.|\.$")
_CARRIERS = ("docomo.ne.jp", "ezweb.ne.jp", "au.com")


def phone_digits(text: str) -> str:
    """A Japanese number as ten or eleven digits, from any width, with or without hyphens, brackets or +81."""
    number = re.sub(r"[()]", "", compact(text))
    number = re.sub(r"^\+810?", "0", number)
    if not (_TEN_DIGITS.fullmatch(number) or _ELEVEN_DIGITS.fullmatch(number)):
        raise Mistake(
            "phone",
            "電話番号は市外局番から、10桁（携帯電話は11桁）の数字で入力してください。例：045-000-0000",
        )
    return number


def format_phone(number: str) -> str:
    """03-5309-2065, 0776-52-1857, 090-0000-0000, 0120-000-000, from stored digits.

    Digits that are no Japanese number come back as they are: a form shows again what was typed.
    """
    if _ELEVEN_DIGITS.fullmatch(number):
        head, middle = (4, 3) if number.startswith("0800") else (3, 4)
    elif _TEN_DIGITS.fullmatch(number):
        head = 4 if number.startswith(_GROUPED_BY_THREE) else area_code_length(number)
        middle = 3 if number.startswith(_GROUPED_BY_THREE) else 6 - head
    else:
        return number
    return f"{number[:head]}-{number[head : head + middle]}-{number[head + middle :]}"


def postal_digits(text: str) -> str:
    """A postal code as seven digits, from any width, with or without 〒 and hyphen. Raises `Mistake`."""
    code = compact(text).removeprefix("〒")
    if not re.fullmatch("[0-9]{7}", code):
        raise Mistake("postal_code", "郵便番号は7桁の数字で入力してください。例：105-0011")
    return code


def format_postal(code: str) -> str:
    """105-0011, from stored digits."""
    return f"{code[:3]}-{code[3:]}"


def mail_address(text: str) -> str:
    """The one address in the text: half width, domain in lower case, Japanese domains as punycode.

    What stands before the @ keeps its case. Raises `Mistake` with a sentence for each way an address fails.
    """
    address = unicodedata.normalize("NFKC", drop_invisible(text)).strip()
    if not address:
        raise Mistake("empty", "メールアドレスを入力してください。例：name@example.jp")
    if re.search(r"[\s,;、]", address) or address.count("@") > 1:
        raise Mistake("not_one", "メールアドレスは1つだけ、空白やカンマを入れずに入力してください。")
    local, at, domain = address.partition("@")
    if not at:
        raise Mistake("no_at", "メールアドレスは「@」を入れて入力してください。例：name@example.jp")
    if not _LOCAL.fullmatch(local):
        raise Mistake("local_part", "「@」の前は、半角の英数字と記号で入力してください。例：name@example.jp")
    host = _clean_domain(domain)
    if _STRAY_DOT.search(local) and host not in _CARRIERS:
        raise Mistake("stray_dot", "「@」の前の「.」の位置を確かめてください。例：first.last@example.jp")
    if len(local) + 1 + len(host) > LONGEST_ADDRESS:
        raise Mistake("too_long", f"メールアドレスは{LONGEST_ADDRESS}文字以内で入力してください。")
    return f"{local}@{host}"


def _clean_domain(domain: str) -> str:
    try:
        host = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        host = ""
    labels = host.split(".")
    if len(labels) < 2 or labels[-1].isdecimal() or not all(map(_LABEL.fullmatch, labels)):
        raise Mistake("domain", "「@」の後ろを確かめてください。例：name@example.jp、name@docomo.ne.jp")
    return host
