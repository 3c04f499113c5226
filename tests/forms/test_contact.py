"""Telephone, postal code and mail: any width is read, the bare value is stored."""

from typing import cast

from keynet import forms
from keynet.forms.question import Question


class Contact(forms.Form):
    phone = forms.PhoneField(label="電話番号")
    postal_code = forms.PostalField(label="郵便番号", required=False)
    mail = forms.MailField(label="メールアドレス")


def test_width_spaces_and_hyphens_are_put_right() -> None:
    form = Contact(
        {"phone": "０４５ー０００－００００", "postal_code": "〒230 0001", "mail": "a@Ｅxample.jp"}
    )
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"phone": "0450000000", "postal_code": "2300001", "mail": "a@example.jp"}
    assert [cast(Question, field).answer for field in form] == ["045-000-0000", "〒230-0001", "a@example.jp"]


def test_errors_say_what_to_type() -> None:
    said = Contact({"phone": "12", "postal_code": "1", "mail": "a b"}).errors
    assert all("入力してください" in sentence for sentences in said.values() for sentence in sentences)


def test_stored_values_are_shown_with_hyphens_and_typed_ones_as_typed() -> None:
    assert 'value="045-000-0000"' in str(Contact(initial={"phone": "0450000000"})["phone"])
    assert 'value="12 3"' in str(Contact({"phone": "12 3"})["phone"])


def test_digits_that_are_no_number_are_shown_again_as_typed() -> None:
    for typed in ("9012345678", "2147483648", "0000000000", "１２３４５６７８９０", "90123456789"):
        assert f'value="{typed}"' in str(Contact({"phone": typed})["phone"])


def test_the_browser_may_fill_in_and_never_judges() -> None:
    html = str(Contact())
    assert all(f'autocomplete="{word}"' in html for word in ("tel", "postal-code", "email"))
    assert 'type="email"' not in html
    assert " required" not in html
