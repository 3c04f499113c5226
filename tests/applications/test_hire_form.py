"""The form of a hire: what changed since the offer is stated, differences are asked, days are chosen."""

from typing import Any

import pytest
from django.urls import reverse

from applications.models import Application, Hire
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from keynet.vocabulary.japanese import date_ja
from postings.models import Posting
from postings.models.days import key_of
from tests.applications.test_spot_days import day, offered, spot
from tests.builders import applicant_of, days_from_now, make_published
from tests.cast import signed_in

pytestmark = pytest.mark.django_db


def address(application: Application) -> str:
    return reverse("inbox:hire", args=[application.posting.facility.public_id, application.public_id])


def typed(**changes: Any) -> dict[str, Any]:
    today = days_from_now(0)
    days = {
        f"{name}_{part}": getattr(today, part_of)
        for name in ("starts_on", "licence_seen_on")
        for part, part_of in (("y", "year"), ("m", "month"), ("d", "day"))
    }
    asked = {"licence_seen_by": "事務長", "terms_differ": "0", "referred_by": "none", "text": "採用です。"}
    return {**days, **asked, "consented": "on", "step": "send", **changes}


def text(response: Any) -> str:
    return response.content.decode()


def test_what_changed_after_the_offer_is_shown_and_stated_before_the_hire(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    application = offered(posting, sato)
    current = Posting.objects.get(pk=posting.pk)
    current.wage_min = 2000
    current.keep_version(sato)
    current.save()
    client = signed_in(sato)
    assert "2,000" in text(client.get(address(application)))
    assert "変わった条件を確かめて" in text(client.post(address(application), typed(version="2")))
    assert "明示したことを確かめて" in text(
        client.post(address(application), typed(version="1", stated="on"))
    )
    assert client.post(address(application), typed(version="2", stated="on")).status_code == 302
    application.refresh_from_db()
    assert application.status == "hired" and application.stated_version == 2
    letter = Letter.objects.get(kind="applications.hired")
    assert "2,300円 → 2,000円" in letter.body and "勤務を始める日：" in letter.body


def test_a_difference_is_described_and_a_referrer_kept(sakura: Facility, sato: User, okada: User) -> None:
    application = offered(make_published(sakura, sato, okada), sato)
    client = signed_in(sato)
    differing = typed(terms_differ="1", referred_by="hello_work")
    assert "相違の内容を入力してください" in text(client.post(address(application), differing))
    client.post(address(application), {**differing, "terms_difference": "週3日から週2日に変更"})
    hired = Hire.objects.get()
    assert hired.terms_differ and hired.terms_difference == "週3日から週2日に変更"
    assert hired.referred_by == "hello_work"


def test_days_with_a_place_left_are_offered_and_the_first_begins_the_work(
    sakura: Facility, sato: User, okada: User
) -> None:
    full, free, later = day(5), day(6, headcount=2), day(7)
    posting = spot(sakura, sato, okada, full, free, later)
    client = signed_in(sato)
    first, second = offered(posting, sato, 1), offered(posting, sato, 2)
    assert client.post(address(first), typed(days=[key_of(full)])).status_code == 302
    page = text(client.get(address(second)))
    assert f'value="{key_of(full)}"' not in page and "残り2名" in page
    assert "必要人数に達した日は選べません：" in page
    assert "勤務する日を1つ以上" in text(client.post(address(second), typed()))
    assert "必要人数に達したか" in text(client.post(address(second), typed(days=[key_of(full), "x"])))
    assert client.post(address(second), typed(days=[key_of(later), key_of(free)])).status_code == 302
    assert Hire.objects.latest("pk").starts_on == days_from_now(6)
    assert (
        f"勤務する日：\n・{date_ja(days_from_now(6))} 9:00〜17:00\n"
        in Letter.objects.latest("created_at").body
    )


@pytest.mark.parametrize(
    ("headcount", "days", "words"),
    [
        (1, [day(5, headcount=2)], "募集人数（1名）に達しています"),
        (2, [day(5)], "すべての勤務日が、必要人数に"),
    ],
)
def test_a_full_posting_says_so_before_anything_is_typed(
    sakura: Facility, sato: User, okada: User, headcount: int, days: list[dict[str, Any]], words: str
) -> None:
    posting = spot(sakura, sato, okada, *days, headcount=headcount)
    client = signed_in(sato)
    first, second = offered(posting, sato, 1), offered(posting, sato, 2)
    client.post(address(first), typed(days=[key_of(days[0])]))
    page = client.get(address(second))
    assert words in text(page) and "licence_seen_by" not in text(page)
    assert reverse("facility:posting", args=[sakura.public_id, posting.number]) in text(page)


def test_a_person_who_has_not_answered_the_offer_is_hired_only_when_asked_by_the_clerk(
    sakura: Facility, sato: User, okada: User
) -> None:
    silent, willing = (offered(make_published(sakura, sato, okada), sato, number) for number in range(2))
    willing.accept(by=applicant_of(willing))
    client = signed_in(sato)
    assert "本人の承諾を確かめて" in text(client.post(address(silent), typed(consented="")))
    assert "本人の承諾" not in text(client.get(address(willing)))
    assert client.post(address(silent), typed()).status_code == 302
    assert client.post(address(willing), typed(consented="")).status_code == 302
