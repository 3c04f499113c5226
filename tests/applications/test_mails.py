"""What a clerk has read is what leaves, byte for byte; what a clerk has written is never lost."""

import html
import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from applications.answering import LINK_TO_COME
from applications.models import AnswerTemplate, Application, Refusal
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from postings.models import Posting
from tests.applications.filling import INVITATION
from tests.applications.test_batches import three, typed  # noqa: F401 -- `three` is a fixture
from tests.applications.test_batches import url as batch_url
from tests.applications.test_facility_inbox import day, text, url
from tests.applications.test_hire_form import typed as hire_facts
from tests.applications.test_refusing import half_an_hour_later
from tests.builders import make_application
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
WORDS = "1行目　全角の空白\r\n\r\n   字下げ <b>太字</b> & \"引用\" '一重' {受付番号} \\n %s\r\n- 終わり"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
LINK = re.compile(r"http://\S+/applications/\S+")
WAY: list[tuple[str, dict[str, Any]]] = [
    ("invite", INVITATION),
    ("invite", {**INVITATION, "number": "2"}),
    ("offer", {"version": "1", **day("answer_by", 9)}),
    ("hire", hire_facts()),
    ("cancel", {"reason": "本人の都合"}),
]


@pytest.fixture
def clerk(sato: User) -> Client:
    return signed_in(sato)


def carried(page: str) -> dict[str, list[str]]:
    """Return the hidden fields of the page that shows the mail, as a browser would send them."""
    fields: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(page.partition("<main")[2]):
        fields.setdefault(name, []).append(html.unescape(value))
    return fields


def left(heading: str, body: str, letter: Letter) -> bool:
    """Return whether the letter is the mail that was shown; only the secret link was not."""
    link = LINK.search(letter.body)
    return link is not None and (heading, body.replace(LINK_TO_COME, link[0])) == (
        letter.heading,
        letter.body,
    )


def looked_at(clerk: Client, address: str, facts: dict[str, Any]) -> Any:
    return clerk.post(address, {"text": WORDS, **facts, "step": "look"})


def test_every_mail_of_a_selection_leaves_as_it_was_shown(application: Application, clerk: Client) -> None:
    for move, facts in WAY:
        answer = looked_at(clerk, url(move, application), {**facts, "text": WORDS})
        body = answer.context["body"]
        assert html.escape("   字下げ <b>太字</b> & \"引用\" '一重'") in text(answer)
        assert (
            clerk.post(url(move, application), {**carried(text(answer)), "step": "send"}).status_code == 302
        )
        letter = Letter.objects.latest("created_at")
        assert left(answer.context["heading"], body, letter), (move, body, letter.body)


def test_a_refusal_leaves_half_an_hour_later_as_it_was_shown(application: Application, clerk: Client) -> None:
    answer = looked_at(clerk, url("not_select", application), {"reason": "times"})
    clerk.post(url("not_select", application), {**carried(text(answer)), "step": "send"})
    half_an_hour_later()
    letter = Letter.objects.get(kind="applications.not_selected")
    assert left(answer.context["heading"], answer.context["body"], letter)


def test_every_mail_of_a_batch_leaves_as_it_was_shown(
    three: list[Application],  # noqa: F811 -- the fixture
    sakura: Facility,
    clerk: Client,
) -> None:
    answer = clerk.post(batch_url(sakura), typed(three, step="look", text=WORDS))
    clerk.post(batch_url(sakura), {**carried(text(answer)), "step": "send"})
    half_an_hour_later()
    for application, heading, body in answer.context["mails"]:
        letter = Letter.objects.get(kind="applications.not_selected", recipient=application.email)
        assert left(heading, body, letter) and application.number in body


def test_a_template_changes_the_words_and_nothing_else(
    application: Application, clerk: Client, sakura: Facility
) -> None:
    own = AnswerTemplate.objects.create(
        submission_id=uuid4(), facility=sakura, use="invite", name="一次", text="{施設名}の面接です。"
    )
    fill = {**INVITATION, "place": "別館", "step": "fill", "template": str(own.public_id)}
    page = text(clerk.post(url("invite", application), fill))
    assert "さくら病院の面接です。" in page and 'value="別館"' in page and INVITATION["times"] in page
    assert f'value="{own.public_id}" selected' in page and "入力してください</" not in page
    application.step("review", by=sakura.memberships.get().user)
    page = text(
        clerk.post(url("offer", application), {**day("answer_by", 9), "step": "fill", "template": ""})
    )
    assert "内定としました" in page and f'value="{day("answer_by", 9)["answer_by_d"]}"' in page


def test_who_comes_second_keeps_the_words(application: Application, clerk: Client, sato: User) -> None:
    answer = looked_at(clerk, url("not_select", application), {"reason": "times"})
    application.step("review", by=sato)
    application.step("invite", by=sato)
    clerk.post(url("not_select", application), {"text": "先の文", "reason": "times", "step": "send"})
    late = clerk.post(url("not_select", application), {**carried(text(answer)), "step": "send"})
    page = text(late)
    assert late.status_code == 409 and Refusal.objects.get().text == "先の文"
    assert "ほかの方が先に操作しました" in page and "佐藤 花子" in page and "見送りを決めています" in page
    assert html.escape("   字下げ <b>太字</b>") in page and "まだ送っていません" in page


def test_ticks_and_conditions_survive_a_refused_choice(
    posting: Posting, sakura: Facility, clerk: Client
) -> None:
    rows = [make_application(posting, email=f"a{number}@seeker.example") for number in range(2)]
    rows[0].step("review", by=sakura.memberships.get().user)
    form = typed(rows, step="choose", status="")
    page = text(clerk.post(f"{batch_url(sakura)}?licence=nurse", form, follow=True))
    assert "同じ状態の応募を選んでください" in page and page.count(" checked>") == 2
    assert '<option value="nurse" selected' in page
    empty = clerk.post(f"{batch_url(sakura)}?licence=nurse", {"answer": "invite"})
    assert empty["Location"].startswith(
        reverse("inbox:applications", args=[sakura.public_id]) + "?licence=nurse"
    )
