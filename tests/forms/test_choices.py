"""Questions answered by choosing."""

from typing import cast

from keynet import forms
from keynet.forms.question import Question


class Choosing(forms.Form):
    kind = forms.RadioChoiceField(label="雇用形態", choices=[("full", "常勤"), ("part", "非常勤")])
    prefecture = forms.PrefectureField()
    insurance = forms.CheckListField(label="保険", choices=[("1", "雇用保険"), ("2", "労災保険")])
    overtime = forms.YesNoField(label="時間外労働")
    pledge = forms.PledgeField(label="研修の約束", statement="採用した方に研修を受けてもらいます。")


CHOSEN = {"kind": "part", "prefecture": "14", "insurance": ["1", "2"], "overtime": "0", "pledge": "on"}


def test_what_was_not_chosen_is_asked_for() -> None:
    said = [sentence for sentences in Choosing({}).errors.values() for sentence in sentences]
    assert said == [
        "雇用形態を選んでください",
        "都道府県を選んでください",
        "保険を選んでください",
        "時間外労働を選んでください",
        "研修の約束を読んで、チェックを入れてください",
    ]


def test_a_choice_that_is_not_offered_is_asked_again() -> None:
    assert Choosing({**CHOSEN, "prefecture": "99"}).errors == {"prefecture": ["都道府県を選び直してください"]}


def test_answers_are_read_back_in_words() -> None:
    form = Choosing(CHOSEN)
    assert [cast(Question, field).answer for field in form] == [
        "非常勤",
        "神奈川県",
        "雇用保険、労災保険",
        "なし",
        "同意しました",
    ]


def test_no_is_an_answer() -> None:
    form = Choosing(CHOSEN)
    assert form.is_valid()
    assert form.cleaned_data["overtime"] is False


def test_a_stored_yes_is_shown_as_chosen() -> None:
    html = str(Choosing(initial={"overtime": True})["overtime"])
    assert html.index("checked") > html.index('value="1"')


def test_prefectures_stand_in_their_regions() -> None:
    html = str(Choosing()["prefecture"])
    assert html.count("<optgroup") == 8
    assert "選んでください" in html


def test_the_error_leads_to_the_first_of_the_choices() -> None:
    form = Choosing({})
    assert cast(Question, form["kind"]).id_for_error == "id_kind_0"
    assert 'id="id_kind_0"' in str(form["kind"])
    assert cast(Question, form["pledge"]).id_for_error == "id_pledge"
