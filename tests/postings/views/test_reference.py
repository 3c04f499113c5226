"""The office keeps the minimum wages and the words that mean the same."""

from datetime import date

import pytest

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Event
from keynet.vocabulary.prefectures import PREFECTURES
from postings import wages
from postings.models import MinimumWage, Synonym
from tests.builders import make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db
WAGES = "/office/reference/minimum-wages/"
WORDS = "/office/reference/synonyms/"


def test_a_years_amounts_are_pasted_as_a_table(okada: User) -> None:
    pasted = "\r\n".join(
        f"{p.name}\t2026/10/1\t1,{at:03}円" for at, p in enumerate(PREFECTURES.values(), 100)
    )
    office = signed_in(okada)
    assert office.post(f"{WAGES}add/", {"rows": pasted}).status_code == 302
    assert MinimumWage.objects.count() == 47
    assert "1,100円" in office.get(WAGES).content.decode()
    assert Event.objects.filter(name="minimum_wage.entered", actor=okada.actor_key).count() == 47


@pytest.mark.parametrize(
    "line",
    [
        "神奈川,令和8年10月1日,1,290円",
        "14,2026-10-01,1290",
        "神奈川県、2026年10月1日、１２９０",
        '神奈川県,2026-10-01,"1,290"',
    ],
)
def test_a_line_is_taken_in_any_form(line: str, okada: User) -> None:
    signed_in(okada).post(f"{WAGES}add/", {"rows": line})
    wage = MinimumWage.objects.get()
    assert (wage.prefecture, wage.in_force_on, wage.yen_per_hour) == ("14", date(2026, 10, 1), 1290)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("かながわ,2026-10-01,1290", "2行目：都道府県は"),
        ("東京都,2026-13-01,1290", "2行目：2026年13月1日はありません"),
        ("東京都,2026-10-01,12", "2行目：時間額は500円から"),
        ("東京都,2026-10-01", "2行目：都道府県・発効日・時間額の3つ"),
        ("大阪府,2026-10-01,1190", "大阪府には、同じ発効日の額がすでにあります"),
    ],
)
def test_one_wrong_line_keeps_all_out_and_says_which(line: str, sentence: str, okada: User) -> None:
    answer = signed_in(okada).post(f"{WAGES}add/", {"rows": f"大阪府,2026-10-01,1180\n{line}"})
    assert sentence in answer.content.decode()
    assert "1180" in answer.content.decode()
    assert not MinimumWage.objects.exists()


def test_a_wrong_amount_is_corrected_and_the_page_remembers(okada: User) -> None:
    wages.load_shipped()
    wrong = MinimumWage.objects.get(prefecture="14", in_force_on="2025-10-04")
    office = signed_in(okada)
    office.post(f"{WAGES}14/", {"wage": wrong.pk, "yen_per_hour": "1,226"})
    wrong.refresh_from_db()
    assert wrong.yen_per_hour == 1226
    assert "1,225円を訂正" in office.get(f"{WAGES}14/").content.decode()
    other = MinimumWage.objects.filter(prefecture="13").first()
    answer = office.post(f"{WAGES}14/", {"wage": other.pk, "yen_per_hour": "1"})
    assert answer.status_code == 200


def test_words_are_tried_before_they_are_kept(sakura: Facility, sato: User, okada: User) -> None:
    make_published(sakura, sato, okada, duties="透析室の勤務です。")
    office = signed_in(okada)
    typed = {"words": "透析 人工腎臓", "apart": "腹膜透析"}
    page = office.post(f"{WORDS}add/", {**typed, "preview": "1"}).content.decode()
    assert "1件" in page and "0件" in page and "透析 人工腎臓" in page
    assert not Synonym.objects.filter(words__contains=["人工腎臓"]).exists()
    assert office.post(f"{WORDS}add/", typed).status_code == 302
    group = Synonym.objects.get(words=["透析", "人工腎臓"])
    assert group.apart == ["腹膜透析"]
    office.post(f"{WORDS}{group.pk}/", {"words": "透析 人工腎臓 HD", "apart": ""})
    group.refresh_from_db()
    assert (group.words, group.apart) == (["透析", "人工腎臓", "HD"], [])
    office.post(f"{WORDS}{group.pk}/drop/")
    assert not Synonym.objects.filter(pk=group.pk).exists()
    names = ["synonym.entered", "synonym.changed", "synonym.dropped"]
    assert list(Event.objects.filter(name__in=names).order_by("pk").values_list("name", flat=True)) == names


@pytest.mark.parametrize("words", ["", "一つ", "あ" * 31 + " い"])
def test_words_that_are_no_group_are_asked_again(words: str, okada: User) -> None:
    before = Synonym.objects.count()
    assert signed_in(okada).post(f"{WORDS}add/", {"words": words}).status_code == 200
    assert Synonym.objects.count() == before


def test_a_prefecture_that_does_not_exist_leads_to_the_list(okada: User) -> None:
    assert signed_in(okada).get(f"{WAGES}99/")["Location"] == WAGES
