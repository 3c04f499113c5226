from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keynet.vocabulary.contact import (
    format_phone,
    format_postal,
    mail_address,
    phone_digits,
    postal_digits,
)
from keynet.vocabulary.mistakes import Mistake

PRINTED_IN_2021 = """
011-863-6794 017-723-4580 019-663-5206 022-272-8573 018-832-8810 023-646-8878 024-934-0500 029-221-7021
028-625-3831 027-269-5202 048-620-7337 043-247-6371 03-5309-2065 045-263-2101 025-233-6011 076-433-5251
076-225-7771 0776-52-1857 055-226-0110 0263-35-0067 058-277-1010 054-202-1761 052-871-0600 059-222-0466
077-564-9494 075-222-0316 06-6964-5511 078-341-0240 0744-25-4031 073-483-0234 0857-25-1222 0852-27-8510
086-226-3639 082-293-9786 0835-24-5791 088-631-5544 087-864-9075 089-924-0848 088-844-0758 092-631-1221
0952-51-3511 0957-49-8060 096-365-7660 097-574-7136 0985-58-4525 099-256-8025 098-888-3127
"""
NURSE_CENTERS_OF_2021 = PRINTED_IN_2021.split()


def test_the_numbers_of_all_47_nurse_centers_keep_their_hyphens():
    assert len(NURSE_CENTERS_OF_2021) == 47
    assert [format_phone(phone_digits(number)) for number in NURSE_CENTERS_OF_2021] == NURSE_CENTERS_OF_2021


@pytest.mark.parametrize(
    "number",
    [
        "0120-000-000", "0570-783-872", "0800-123-4567", "050-1234-5678", "070-1234-5678", "080-1234-5678",
        "090-1234-5678", "03-3548-8601", "04-2998-1111", "04-7167-1111", "0422-51-5151", "04992-2-1311",
        "09802-2-3101", "01267-2-1111", "0460-85-1111", "0223-22-1111", "05979-2-1111",
    ],
)  # fmt: skip
def test_numbers_of_every_kind_keep_their_hyphens(number):
    assert format_phone(phone_digits(number)) == number


@pytest.mark.parametrize(
    "typed",
    [
        "0353092065", "０３－５３０９－２０６５", "03(5309)2065", "（03）5309‐2065", "03 5309 2065", "03ー5309ー2065",
        "03−5309−2065", "+81-3-5309-2065", "+81 (0)3 5309 2065", " 03‑5309‑2065\u3000",
    ],
)  # fmt: skip
def test_any_width_and_hyphen_is_read(typed):
    assert phone_digits(typed) == "0353092065"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "5309-2065",
        "03-5309-206",
        "03-5309-20655",
        "090-1234-567",
        "110",
        "00-1234-5678",
        "03-5309-206a",
        "1" * 10,
    ],
)
def test_a_number_without_area_code_or_of_wrong_length_is_asked_for_again(typed):
    with pytest.raises(Mistake, match="市外局番から") as mistake:
        phone_digits(typed)
    assert mistake.value.code == "phone"


def test_digits_that_are_no_japanese_number_are_shown_as_they_are():
    assert format_phone("123") == "123"


@given(st.from_regex(r"0[1-9][1-9][0-9]{7}", fullmatch=True))
def test_hyphens_never_change_the_digits(number):
    assert phone_digits(format_phone(number)) == number


@pytest.mark.parametrize("typed", ["1050011", "105-0011", "〒105-0011", "１０５－００１１", "〒 105 ー 0011"])
def test_a_postal_code_is_read_in_every_common_form(typed):
    assert format_postal(postal_digits(typed)) == "105-0011"


@pytest.mark.parametrize("typed", ["", "105", "105-00111", "東京都"])
def test_a_postal_code_has_seven_digits(typed):
    with pytest.raises(Mistake, match="7桁の数字"):
        postal_digits(typed)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("sato@example.jp", "sato@example.jp"),
        (" Sato.Hanako+job@Example.JP ", "Sato.Hanako+job@example.jp"),
        ("ｓａｔｏ＠ｅｘａｍｐｌｅ．ｊｐ", "sato@example.jp"),
        ("sato@日本語.jp", "sato@xn--wgv71a119e.jp"),
        ("sa\u200bto@example.jp", "sato@example.jp"),
        ("a..b@docomo.ne.jp", "a..b@docomo.ne.jp"),
        (".a@docomo.ne.jp", ".a@docomo.ne.jp"),
        ("a.@EZWEB.ne.jp", "a.@ezweb.ne.jp"),
        ("x" * 64 + "@example.jp", "x" * 64 + "@example.jp"),
    ],
)
def test_one_address_is_stored_in_half_width_with_a_small_domain(typed, stored):
    assert mail_address(typed) == stored


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("　", "empty"),
        ("sato", "no_at"),
        ("a@x.jp,b@y.jp", "not_one"),
        ("a@x.jp b@y.jp", "not_one"),
        ("a@@x.jp", "not_one"),
        ("a@x.jp\r\nBcc: b@y.jp", "not_one"),
        ("sato,hanako@example.jp", "not_one"),
        ("佐藤@example.jp", "local_part"),
        ("@example.jp", "local_part"),
        ('"a b"@example.jp', "not_one"),
        ('"ab"@example.jp', "local_part"),
        ("a\0b@example.jp", "local_part"),
        ("x" * 65 + "@example.jp", "local_part"),
        ("a..b@example.jp", "stray_dot"),
        (".a@example.jp", "stray_dot"),
        ("a@localhost", "domain"),
        ("a@", "domain"),
        ("a@example", "domain"),
        ("a@.jp", "domain"),
        ("a@example..jp", "domain"),
        ("a@example.jp.", "domain"),
        ("a@-x.jp", "domain"),
        ("a@ex_ample.jp", "domain"),
        ("a@127.0.0.1", "domain"),
        ("a@[127.0.0.1]", "domain"),
        ("a@" + "b" * 64 + ".jp", "domain"),
        ("a@" + "b.\0c" + ".jp", "domain"),
        ("a" * 60 + "@" + ("b" * 60 + ".") * 3 + "b" * 20 + ".jp", "too_long"),
    ],
)
def test_each_way_an_address_fails_has_its_own_sentence(typed, code):
    with pytest.raises(Mistake, match="ください。") as mistake:
        mail_address(typed)
    assert mistake.value.code == code


@given(st.text(st.characters(codec=None, exclude_categories=())), st.text())
def test_whatever_is_accepted_is_one_plain_ascii_address(local, domain):
    with suppress(Mistake):
        address = mail_address(f"{local}@{domain}.jp")
        assert address.isascii() and address.isprintable()
        assert address.count("@") == 1 and not set(address) & set(" ,;<>\r\n")
        assert mail_address(address) == address
