"""How tests fill in the forms of applicants, askers and facilities, and read the code that came by mail."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from applications.leaving import let_go
from applications.models import Application, Inquiry
from keynet.outbox.models import Letter
from keynet.outbox.models.event import subject_key
from postings.models import Posting

ADDRESS = "nakamura@seeker.example"
SOON = timezone.localdate() + timedelta(days=10)
INVITATION = {
    "number": "1",
    "times": f"{SOON.month}月{SOON.day}日 10:00",
    "minutes": "30",
    "place": "本館2階 会議室",
    "online_url": "",
    "note": "",
    "text": "お待ちしています。",
}


def answers(posting: Posting, **changes: Any) -> dict[str, Any]:
    """Return what Nakamura types into the form of an application."""
    typed = {
        "submission_id": str(uuid4()),
        "version": posting.version,
        "family_name": "中村",
        "given_name": "優子",
        "family_kana": "なかむら",
        "given_kana": "ﾕｳｺ",
        "email": ADDRESS,
        "phone": "０９０−１２３４−５６７８",
        "call_hours": "平日の18時以降",
        "prefecture": "14",
        "city": "横浜市中区",
        "licences": ["nurse", "public_health_nurse"],
        "years_of_experience": "8年",
        "years_away": "",
        "available": "週3日まで",
        "training_history": "",
        "interview_wish": "online",
        "message": "感染症病棟で\r\n働いたことがあります。",
        "agreed": "on",
        "step": "send",
    }
    return {**typed, **changes}


def question(**changes: Any) -> dict[str, Any]:
    """Return what somebody types who only asks."""
    typed = {
        "submission_id": str(uuid4()),
        "text": "車で通えますか。",
        "name": "のぞみ",
        "email": ADDRESS,
    }
    return {**typed, **changes}


def apply_url(posting: Posting) -> str:
    """Return the address of the form."""
    return reverse("applications:apply", args=[posting.number])


def ask_url(posting: Posting) -> str:
    """Return the address of the question form."""
    return reverse("applications:ask", args=[posting.number])


def code_of(row: Application | Inquiry) -> str:
    """Return the code of the newest letter about a row."""
    letters = Letter.objects.filter(kind="applications.code", subject=subject_key(row))
    found = re.search(r"確認コード：(\d{6})", letters.latest("created_at").body)
    assert found
    return found[1]


def wrong_code(row: Application | Inquiry) -> str:
    """Return six digits that are not the code."""
    return f"{(int(code_of(row)) + 1) % 1_000_000:06}"


def applied(posting: Posting, client: Client | None = None, **changes: Any) -> tuple[Application, str]:
    """Go the whole way of an applicant; return the received application and the address of its page."""
    client = client or Client()
    page = client.post(apply_url(posting), answers(posting, **changes))["Location"]
    application = Application.objects.latest("pk")
    client.post(f"{page}prove/", {"code": code_of(application), "version": posting.version})
    application.refresh_from_db()
    return application, page


def half_an_hour_passes() -> None:
    """Turn the clock of every withdrawal, and let them go."""
    Application.objects.exclude(leaves_at=None).update(leaves_at=timezone.now())
    let_go()
