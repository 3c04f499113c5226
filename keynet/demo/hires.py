"""Hires before the demonstration begins: trainings reported, corrected and due, one hire taken back, other ways."""

from datetime import date, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from applications import answering
from applications.models import Application, Hire
from applications.reports import reporting
from applications.reports.models import TrainingReport
from applications.reports.outside import report_outside
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.demo.steps import Applicant, accept_offer, apply, draft, hire, publish
from keynet.demo.texts import VENUE_JOB
from postings.forms.spot_terms import spot_terms
from postings.models import Posting

MESSAGE = "経験を生かして働きたく、応募しました。"
PEOPLE = [
    Applicant("渡辺", "恵子", "ワタナベ", "ケイコ", MESSAGE),
    Applicant("小林", "亮", "コバヤシ", "リョウ", MESSAGE),
    Applicant("加藤", "さくら", "カトウ", "サクラ", MESSAGE),
    Applicant("山本", "直樹", "ヤマモト", "ナオキ", MESSAGE),
    Applicant("石川", "真理", "イシカワ", "マリ", MESSAGE),
    Applicant("松田", "隆", "マツダ", "タカシ", MESSAGE),
    Applicant("岡本", "由紀", "オカモト", "ユキ", MESSAGE),
    Applicant("藤井", "誠", "フジイ", "マコト", MESSAGE),
    Applicant("三浦", "彩", "ミウラ", "アヤ", MESSAGE),
    Applicant("上野", "学", "ウエノ", "マナブ", MESSAGE),
    Applicant("原田", "千夏", "ハラダ", "チナツ", MESSAGE),
]
FIRST = 10
"""Number of the first of them: the applicants of `stories` stand before."""


def filled_ward(random: Random, hospital: Facility, sato: User, okada: User) -> None:
    """さくら病院 filled a posting: one training reported, one corrected, one due and reminded; one hire taken back."""
    posting = publish(draft(random, hospital, "nurse", **_lasting_places(3)), by=sato, officer=okada)
    begun = _day(-20)
    hired = [hire(apply(posting, FIRST + n, PEOPLE[n]), by=sato, starts_on=begun) for n in range(3)]
    hired[2].application.refresh_from_db()
    answering.cancel(
        hired[2].application,
        by=sato,
        reason="家族の事情で就業せず",
        text="採用を取り消すことになりましたので、お知らせします。",
    )
    hired[2] = hire(
        apply(posting, FIRST + 3, PEOPLE[3]), by=sato, starts_on=begun, referred_by="nurse_center"
    )
    reporting.report(hired[0], by=sato, **_training("association", "神奈川県看護協会", -24, 6))
    told = _training("facility", "看護部", -19, 3)
    reporting.report(hired[1], by=sato, **told)
    reporting.correct(hired[1], by=sato, reason="時間数の書き間違い", **(told | {"hours": 4}))
    posting.refresh_from_db()
    posting.close(by=sato, reason="filled")
    _long_ago(posting, 30)


def found_elsewhere(random: Random, hospital: Facility, suzuki: User, okada: User) -> None:
    """みどり病院 hired one through Key-Net and two in other ways; of another posting it has not said how many."""
    posting = publish(draft(random, hospital, "pharmacist", **_lasting_places(3)), by=suzuki, officer=okada)
    hired = hire(
        apply(posting, FIRST + 4, PEOPLE[4]),
        by=suzuki,
        starts_on=_day(-30),
        referred_by="hello_work",
        terms_differ=True,
        terms_difference="週3日から週2日に変更",
    )
    reporting.report(hired, by=suzuki, **_training("prefecture", "神奈川県", -35, 3))
    posting.refresh_from_db()
    posting.close(by=suzuki, reason="elsewhere")
    report_outside(posting, by=suzuki, people={"hello_work": 1, "own": 1})
    report_outside(posting, by=suzuki, people={"hello_work": 2, "own": 1})
    _long_ago(posting, 40)
    asked = publish(draft(random, hospital, "assistant_nurse", **_places(1)), by=suzuki, officer=okada)
    asked.close(by=suzuki, reason="elsewhere")


def venue(random: Random, city: Facility, kato: User, okada: User) -> None:
    """みなと市 hires for single days: one day is full, one person has said yes, one is selected by the city itself."""
    days = [
        {"on": f"{_day(10 + 7 * week)}", "starts": "09:00", "ends": "17:00", "headcount": 1 + week % 2}
        for week in range(3)
    ]
    spot = {"employment_type": "spot", "wage_type": "per_session", "wage_min": 38_000, "wage_max": 45_000}
    terms = {**_places(3), **spot_terms(days), **spot, "program": "vaccination", "spot_dates": days}
    terms |= {"title": VENUE_JOB.title, "duties": VENUE_JOB.duties}
    posting = publish(draft(random, city, "nurse", **terms), by=kato, officer=okada)
    keys = [f"{day['on']} 09:00 17:00" for day in days]
    nakamura = apply(posting, 0, Applicant("中村", "優子", "ナカムラ", "ユウコ", MESSAGE))
    hire(nakamura, by=kato, starts_on=_day(10), days=keys[:2])
    accept_offer(apply(posting, FIRST + 5, PEOPLE[5]), by=kato)
    direct = apply(posting, FIRST + 6, PEOPLE[6])
    direct.step("review", by=kato)
    answering.select_directly(direct, by=kato)


def other_prefectures(random: Random, places: list[Facility], hasegawa: User, okada: User) -> None:
    """Hospitals elsewhere have hired, too: one reported, the others did not."""
    for number, (place, occupation) in enumerate(
        zip(places, ("doctor", "nurse", "laboratory_technologist"), strict=True), 7
    ):
        posting = publish(draft(random, place, occupation, **_lasting_places(1)), by=hasegawa, officer=okada)
        applicant = apply(posting, FIRST + number, PEOPLE[number])
        hired = hire(applicant, by=hasegawa, starts_on=_day(-28 + 7 * (number % 3)))
        if occupation == "nurse":
            reporting.report(hired, by=hasegawa, **_training("prefecture", "大阪府", -15, 3))
        _long_ago(posting, 35)


def _places(headcount: int) -> dict[str, Any]:
    return {"name_visibility": "public", "headcount": headcount, "publish_to": _day(30)}


def _lasting_places(headcount: int) -> dict[str, Any]:
    """Return places without an end: drawn contracts begin after today, and these people work already."""
    ends = ("renewal", "renewal_note", "renewal_limit", "renewal_limit_note")
    contract = {"contract_term": "open_ended", "contract_from": None, "contract_to": None}
    return {**_places(headcount), **contract, **dict.fromkeys(ends, "")}


def _training(provider: str, by_whom: str, days: int, hours: int) -> dict[str, Any]:
    return {
        "provider": provider,
        "provider_name": by_whom,
        "name": "新型感染症の基礎研修",
        "taken_from": None,
        "taken_on": _day(days),
        "hours": hours,
        "taken_before_hire": False,
    }


def _long_ago(posting: Posting, days: int) -> None:
    """Let the story of a posting lie so many days back; what was taken was reported twelve days ago."""
    ago = timezone.now() - timedelta(days=days)
    Posting.objects.filter(pk=posting.pk).update(
        created_at=ago, submitted_at=ago, checked_at=ago, published_at=ago
    )
    Posting.objects.filter(pk=posting.pk, status="closed").update(closed_at=ago + timedelta(days=5))
    Application.objects.filter(posting=posting).update(submitted_at=ago, moved_at=ago, accepted_at=ago)
    Hire.objects.filter(posting=posting).update(hired_at=ago, licence_seen_on=ago.date())
    reported = TrainingReport.objects.filter(hire__posting=posting)
    reported.update(reported_at=timezone.now() - timedelta(days=12))


def _day(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
