"""Components that think a little."""

from typing import Any

from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from keynet import forms
from keynet.templatetags.icons import ICONS


class Ask(forms.Form):
    name = forms.SingleLineField(label="名前")
    kind = forms.RadioChoiceField(label="職種", choices=[("nurse", "看護師")])


def draw(source: str, **context: Any) -> str:
    request = RequestFactory().get("/postings/?occupation=nurse&page=2")
    return Template(source).render(Context({"request": request, **context}))


def test_the_summary_counts_and_links_in_the_order_of_the_questions() -> None:
    html = draw("{% error_summary form %}", form=Ask({}))
    assert "入力内容を2か所、直してください" in html
    assert html.index('href="#id_name"') < html.index('href="#id_kind_0"')
    assert "名前を入力してください" in html


def test_the_summary_is_silent_while_nothing_is_wrong() -> None:
    assert draw("{% error_summary form %}", form=Ask()).strip() == ""
    assert draw("{% error_prefix form %}", form=Ask()) == ""


def test_the_title_begins_with_the_word_error() -> None:
    assert draw("{% error_prefix form %}名前", form=Ask({})) == "エラー：名前"


def test_the_confirm_page_leads_back_to_each_question() -> None:
    html = draw("{% confirm_rows form '/apply/1/' %}", form=Ask({"name": "中村", "kind": "nurse"}))
    assert 'href="/apply/1/#id_kind_0"' in html
    assert '変更<span class="vh">（職種）' in html
    assert "看護師" in html


def test_a_single_page_has_no_pager() -> None:
    assert draw("{% pager page %}", page=Paginator(range(20), 20).page(1)).strip() == ""


def test_the_pager_keeps_the_conditions_and_offers_no_page_before_the_first() -> None:
    html = draw("{% pager page %}", page=Paginator(range(60), 20).page(1))
    assert "occupation=nurse&amp;page=2" in html
    assert "次の20件" in html
    assert "前の20件" not in html


def test_a_notice_says_its_kind_in_words() -> None:
    html = draw('{% notice "warn" "締切が近づいています" %}<p>11月27日です。</p>{% endnotice %}')
    assert "注意：" in html
    assert "<p>11月27日です。</p>" in html


def test_what_people_typed_is_never_markup_in_a_notice() -> None:
    assert "<b>" not in draw('{% notice "ok" name %}{{ name }}{% endnotice %}', name="<b>")


def test_steps_say_where_one_is() -> None:
    html = draw('{% steps 2 "仕事の内容" "勤務の条件" "確認" %}')
    assert "全3段階のうち2段階目です" in html
    assert html.count("aria-current") == 1


def test_crumbs_end_where_one_is() -> None:
    html = draw('{% crumbs "勤務の条件" "募集の一覧" "/postings/" %}')
    assert '<li><a href="/postings/">募集の一覧</a></li><li aria-current="page">勤務の条件</li>' in html


def test_every_icon_can_be_drawn_and_says_nothing() -> None:
    for name in ICONS:
        assert 'aria-hidden="true"' in draw(f'{{% icon "{name}" %}}')
