"""How a question is drawn, whatever form it belongs to."""

from django import forms as django_forms

from keynet import forms


class Ask(forms.Form):
    name = forms.SingleLineField(label="名前", help_text="免許証のとおりに。")
    note = forms.SingleLineField(label="補足", required=False)
    kind = forms.RadioChoiceField(
        label="雇用形態", choices=[("full", "常勤")], help_text="検索条件になります。"
    )


class Foreign(django_forms.Form):
    login = django_forms.EmailField(widget=django_forms.EmailInput({"placeholder": "you@example.com"}))


def test_a_question_says_whether_it_must_be_answered() -> None:
    assert "※必須" in Ask()["name"].as_field_group()
    assert "※任意" in Ask()["note"].as_field_group()


def test_a_wrong_answer_is_described_by_hint_and_error_in_this_order() -> None:
    html = Ask({"kind": "full"})["name"].as_field_group()
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html


def test_the_hint_of_a_group_is_in_its_legend_where_every_screen_reader_reads_it() -> None:
    html = Ask()["kind"].as_field_group()
    assert html.index("検索条件になります。") < html.index("</legend>")


def test_forms_of_libraries_speak_our_sentences_and_have_no_placeholder() -> None:
    form = Foreign({"login": "x"}, initial={})
    assert form.errors["login"] == ["Loginを確かめて、もう一度入力してください"]
    assert "placeholder" not in str(form["login"])


def test_what_was_typed_is_never_markup() -> None:
    assert "<script>" not in Ask({"name": '"><script>'})["name"].as_field_group()
