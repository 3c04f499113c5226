"""Warnings that ask once, and a form that is one submission however often it is sent."""

from uuid import UUID

from django.template.loader import render_to_string

from keynet import forms
from keynet.templatetags.components import warning_summary


class Wage(forms.Form):
    wage = forms.YenField(label="時給")

    def clean(self) -> None:
        if self.cleaned_data.get("wage", 9999) < 1000:
            self.warn("wage", "時給を確かめてください")


class Sent(forms.SubmittedOnce, forms.Form):
    name = forms.SingleLineField(label="名前")


def test_a_warning_asks_once_and_then_lets_pass() -> None:
    form = Wage({"wage": "900"})
    assert form.is_valid()
    assert form.asks
    again = Wage({"wage": "900", "looked_again": form.warned})
    assert again.is_valid()
    assert not again.asks


def test_a_new_warning_asks_again() -> None:
    form = Wage({"wage": "900", "looked_again": "something else"})
    assert form.is_valid()
    assert form.asks


def test_the_summary_of_warnings_posts_back_that_it_was_seen() -> None:
    html = render_to_string("components/warning_summary.html", warning_summary(Wage({"wage": "900"})))
    assert 'name="looked_again" value="wage"' in html
    assert 'href="#id_wage"' in html


def test_a_form_keeps_its_number_through_corrections() -> None:
    first = Sent()
    number = str(first["submission_id"].value())
    assert number == str(first["submission_id"].value())
    assert number in str(Sent({"submission_id": number})["submission_id"])


def test_a_broken_number_is_replaced_without_complaint() -> None:
    for sent in ({}, {"submission_id": "x\x00"}):
        form = Sent({"name": "中村", **sent})
        assert form.is_valid(), form.errors
        assert isinstance(form.cleaned_data["submission_id"], UUID)
