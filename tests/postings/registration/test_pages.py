"""The pages of the registration: the finder, the postal button, two tabs, links that are gone, bad input."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone

from facilities.models import Institution
from keynet.accounts.models import MailedLink, User
from keynet.outbox import relay
from keynet.outbox.models import Letter
from keynet.reactions import REACTIONS
from keynet.vocabulary.japanese import search_key
from postings.check import review
from postings.wages import load_shipped
from tests.postings.clerk import CONDITIONS, FACILITY, PAY, WORK, Clerk, intake, mailed_path

pytestmark = pytest.mark.django_db

BLOCKS = ["facility", "work", "conditions", "pay", "intake"]


def post_raw(clerk: Clerk, page: str, typed: dict[str, str]) -> Any:
    """Send the very bytes, as no honest browser would."""
    body = urlencode({name: text.encode("utf-8", "surrogatepass") for name, text in typed.items()})
    form = "application/x-www-form-urlencoded"
    return clerk.browser.post(f"{clerk.sheet}{page}", body, content_type=form)


def test_an_institution_is_found_and_filled_in() -> None:
    name, address = "医療法人 さくら病院", "横浜市中区港町１－１"
    Institution.objects.create(
        code="140112482",
        short_code="0112482",
        name=name,
        prefecture="14",
        postal_code="2310017",
        address=address,
        search_key=search_key(f"{name} {address} 神奈川県"),
    )
    clerk = Clerk()
    typed = {"department": "看護部", "phone": "まだ", "q": "さくら"}
    found = clerk.save("facility", typed, action="find").content.decode()
    assert name in found and 'value="看護部"' in found and 'value="まだ"' in found
    chosen = clerk.save("facility", typed, action="choose:140112482").content.decode()
    assert f'value="{name}"' in chosen and 'value="横浜市中区"' in chosen and 'value="まだ"' in chosen
    assert clerk.registration.facility.name == ""
    assert "手で入力" in clerk.save("facility", typed, action="find", q="どこにもない").content.decode()
    assert "もう一度さがす" in clerk.save("facility", typed, action="choose:999").content.decode()


def test_enter_in_a_question_of_the_facility_saves_and_does_not_search() -> None:
    clerk = Clerk()
    assert clerk.save("facility", FACILITY, action="find", q="").status_code == 302
    assert clerk.registration.facility.name == FACILITY["name"]


def test_the_postal_button_fills_only_what_is_empty() -> None:
    clerk = Clerk()
    typed = {"postal_code": "105-0011", "city": "わたしの市", "action": "fill_address"}
    page = clerk.save("facility", typed).content.decode()
    assert 'value="わたしの市"' in page and 'value="芝公園"' in page and '<option value="13" selected' in page
    page = clerk.save("work", {"work_postal_code": "000-0000", "action": "fill_address"}).content.decode()
    assert "見つかりませんでした" in page
    assert clerk.registration.facility.city == ""


def test_blocks_open_in_any_order_and_the_sheet_says_where_each_stands() -> None:
    clerk = Clerk()
    clerk.save("pay", PAY)
    clerk.save("work", WORK, duties="", action="draft")
    page = clerk.browser.get(clerk.sheet).content.decode()
    assert [page.count(f"{state}</span>") for state in ("未入力", "入力中", "入力済み")] == [3, 1, 1]


def test_a_municipality_registers_by_hand_with_its_code() -> None:
    clerk = Clerk()
    without = clerk.save("facility", FACILITY, kind="municipality", name="横浜市")
    assert "全国地方公共団体コードを入力してください" in without.content.decode()
    wrong = clerk.save("facility", FACILITY, kind="municipality", name="横浜市", lg_code="131016")
    assert "先頭の2桁" in wrong.content.decode()
    right = clerk.save("facility", FACILITY, kind="municipality", name="横浜市", lg_code="141003")
    assert right.status_code == 302


@pytest.mark.parametrize("kind", ["health_center", "checkup_org"])
def test_who_acts_for_a_government_names_it(kind: str) -> None:
    clerk = Clerk()
    assert "設置・委託元の自治体を入力" in clerk.save("facility", FACILITY, kind=kind).content.decode()
    assert clerk.save("facility", FACILITY, kind=kind, entrusted_by="横浜市").status_code == 302


def test_warnings_ask_once_before_the_hand_in() -> None:
    load_shipped()
    clerk = Clerk()
    clerk.fill_in()
    clerk.save("pay", PAY, wage_min="500", wage_max="")
    page = clerk.browser.get(f"{clerk.sheet}confirm/").content.decode()
    assert "最低賃金" in page and "もう一度確かめてください" in page
    assert "チェックを入れてください" in clerk.hand_in().content.decode()
    assert clerk.hand_in(looked="on").status_code == 302
    assert clerk.registration.status == "unproved"


def test_two_tabs_never_undo_each_other_silently() -> None:
    clerk = Clerk()
    clerk.save("work", WORK)
    page = clerk.browser.get(f"{clerk.sheet}work/")
    stamp = page.context["form"].stamp
    clerk.save("work", WORK, duties="ほかの画面の文")
    late = clerk.save("work", WORK, duties="この画面の文", stamp=stamp)
    assert "ほかの画面の文" in late.content.decode() and "この画面の文" in late.content.decode()
    assert clerk.registration.posting.duties == "ほかの画面の文"
    decided = f"duties:{late.context['form'].elsewhere[0].mark}"
    assert clerk.save("work", WORK, duties="この画面の文", stamp=stamp, decided=decided).status_code == 302
    assert clerk.registration.posting.duties == "この画面の文"


def test_a_link_to_go_on_later_is_mailed_once() -> None:
    clerk = Clerk()
    typed = {"email": "ａｏｂａ＠hospital.example", "submission_id": "7f0c7f5e-7f5c-4d2a-9d39-0e8a9f3c1a11"}
    for _ in range(2):
        clerk.browser.post(f"{clerk.sheet}keep/", typed)
    assert Letter.objects.get(kind="facilities.registration_kept").recipient == "aoba@hospital.example"
    assert Client().get(mailed_path("registration_kept")).status_code == 200


def test_a_new_link_is_mailed_without_telling_whether_the_address_is_known() -> None:
    clerk = Clerk()
    clerk.save("facility", FACILITY)
    answers = [
        Client().post("/registration/link/", {"email": address}, follow=True).content
        for address in (FACILITY["contact_email"], "nobody@hospital.example")
    ]
    assert answers[0] == answers[1] and not Letter.objects.exists()
    relay.run(REACTIONS)
    assert Letter.objects.get().recipient == FACILITY["contact_email"]


def test_a_link_that_is_gone_says_what_to_do() -> None:
    clerk = Clerk()
    MailedLink.objects.update(expires_at=timezone.now() - timedelta(days=1))
    expired = clerk.browser.get(clerk.sheet)
    unknown = clerk.browser.get("/registration/unknown/")
    assert (expired.status_code, unknown.status_code) == (410, 410)
    assert "期限が過ぎました" in expired.content.decode()
    assert "新しいリンクをメールで受け取る" in unknown.content.decode()


def test_nothing_can_be_changed_while_the_office_checks(okada: User) -> None:
    clerk = Clerk()
    clerk.register()
    assert clerk.browser.get(f"{clerk.sheet}work/").status_code == 302
    assert clerk.save("work", WORK, duties="あとから").status_code == 409
    assert clerk.registration.number in clerk.browser.get(clerk.sheet).content.decode()
    review.reject(clerk.registration.posting, by=okada, reason="対象外です。")
    assert clerk.hand_in().status_code == 409


def test_too_many_starts_from_one_place_are_stopped(settings: object) -> None:
    clerk = Clerk()
    answers = [clerk.browser.post("/registration/begin/").status_code for _ in range(25)]
    assert answers[-1] == 429


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize(
    "bad", ["a\x00b", "\ud800", "1行目\r\n2行目", "9" * 30, "２０２６年２月３０日", "<b>", "🙂" * 500]
)
def test_bad_input_is_answered_in_words_and_stays_on_the_page(block: str, bad: str) -> None:
    clerk = Clerk()
    pages: dict[str, dict[str, Any]] = {
        "facility": FACILITY,
        "work": WORK,
        "conditions": CONDITIONS,
        "pay": PAY,
    }
    typed = {**pages, "intake": intake()}[block]
    beside = [f"spot_dates_{part}" for part in ("on", "starts", "ends", "headcount", "removed")]
    beside += ["range_from", "range_to", "range_weekdays", "stamp", "take", "decided", "q"]
    for action in ("whole", "draft", "fill_address", "add_days", "find", f"choose:{bad}", "discard"):
        page = post_raw(clerk, f"{block}/", {**dict.fromkeys([*typed, *beside], bad), "action": action})
        assert page.status_code in {200, 302}
    assert post_raw(clerk, "keep/", {"email": bad}).status_code == 200
    assert clerk.browser.get(f"{clerk.sheet}confirm/").status_code == 200


def test_a_very_long_text_is_counted_not_cut() -> None:
    clerk = Clerk()
    page = clerk.save("work", WORK, duties="あ" * 300_000, action="draft").content.decode()
    assert "いま300000文字です" in page and "あ" * 300_000 in page
    assert clerk.save("work", WORK, duties="a" * 1_100_000).status_code in {400, 413}


def test_pages_of_nothing_are_not_found() -> None:
    clerk = Clerk()
    assert clerk.browser.get(f"{clerk.sheet}nothing/").status_code == 404
    assert clerk.browser.get("/registration/begin/").status_code == 405
