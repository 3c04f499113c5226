"""A clerk who fills in the registration by hand, page by page."""

import re
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from facilities.models import Registration
from keynet.outbox.models import Letter
from keynet.outbox.relay import run
from keynet.reactions import REACTIONS

FACILITY = {
    "kind": "hospital",
    "name": "医療法人 あおば病院",
    "institution_code": "",
    "postal_code": "231-0017",
    "prefecture": "14",
    "city": "横浜市中区",
    "address": "港町1-1",
    "department": "看護部",
    "contact_name": "青葉 薫",
    "contact_kana": "あおば かおる",
    "contact_phone": "０４５ー６７１ー００００",
    "contact_email": "aoba@hospital.example",
}
WORK = {
    "program": "emergency",
    "occupation": "nurse",
    "headcount": "2",
    "duties": "感染症病棟で入院患者の看護を担当します。",
    "duties_scope": "none",
    "workplace_scope": "none",
    "work_prefecture": "14",
    "work_city": "横浜市中区",
    "work_address": "港町1-1",
    "smoking": "premises",
    "name_visibility": "public",
}
CONDITIONS = {
    "employment_type": "part_time",
    "employment_basis": "contract",
    "is_dispatch": "0",
    "contract_term": "open_ended",
    "probation": "none",
    "shift_pattern": "two_shifts",
    "work_hours_starts1": "8:30",
    "work_hours_ends1": "17:00",
    "work_hours_starts2": "16:30",
    "work_hours_ends2": "翌9:00",
    "break_minutes": "60",
    "work_days": "per_week",
    "work_days_count": "3",
    "overtime": "none",
    "holidays": "shifts",
}
PAY = {
    "wage_type": "hourly",
    "wage_min": "２,３００円",
    "wage_max": "2800",
    "fixed_overtime": "none",
    "insurance": ["health", "employment"],
}


def intake() -> dict[str, Any]:
    """Return the last block as typed today."""
    last = timezone.localdate() + timedelta(days=20)
    return {
        "training_provider": "facility",
        "training_when": "採用時に半日",
        "training_paid": "1",
        "training_pledge": "on",
        "selection_methods": ["interview"],
        "selection_times": "1",
        "result_days": "7",
        "publish_to_y": last.isoformat(),
        "contact_phone_public": "0",
        "share_with_recruiters": "1",
    }


class Clerk:
    """A browser and the token of one registration."""

    def __init__(self) -> None:
        self.browser = Client()
        started = self.browser.post("/registration/begin/")
        self.sheet = started["Location"]

    @property
    def registration(self) -> Registration:
        """Return the newest registration, afresh."""
        return Registration.objects.select_related("facility", "posting").latest("pk")

    def save(self, block: str, typed: dict[str, Any], **changes: Any) -> Any:
        """Press 保存して次へ."""
        return self.browser.post(f"{self.sheet}{block}/", {**typed, **changes})

    def fill_in(self, **facility: Any) -> None:
        """Save all five blocks."""
        typed = {"facility": {**FACILITY, **facility}, "work": WORK, "conditions": CONDITIONS, "pay": PAY}
        for block, answers in {**typed, "intake": intake()}.items():
            saved = self.save(block, answers)
            assert saved.status_code == 302, saved.content.decode()

    def hand_in(self, **typed: Any) -> Any:
        """Press この内容で提出する."""
        return self.browser.post(f"{self.sheet}hand-in/", typed)

    def prove(self) -> Any:
        """Press the button behind the link of the newest proof mail."""
        return self.browser.post(mailed_path("registration_prove"), follow=True)

    def register(self) -> None:
        """Go the whole way to the office's queue."""
        self.fill_in()
        self.hand_in()
        self.prove()


def mailed_path(kind: str) -> str:
    """Return the path of the link in the newest letter of a kind, after all reactions have run."""
    run(REACTIONS)
    letter = Letter.objects.filter(kind=f"facilities.{kind}").latest("created_at")
    found = re.search(r"http://[^/]+(/\S+)", letter.body)
    assert found, letter.body
    return found[1]
