"""People with a word of their own in everything they type, and a facility that writes about them."""

import re
from uuid import uuid4

from allauth.account.models import EmailAddress
from django.urls import reverse

from applications.models import Application, Inquiry
from facilities.models import Facility
from keynet.accounts.models import User
from postings.models import Complaint, Posting
from tests.applications.filling import answers, apply_url, ask_url, question
from tests.applications.test_meeting import offered
from tests.builders import days_from_now, make_user
from tests.faults.scene import Scene
from tests.faults.visitor import Visitor, code_in, link_in
from tests.faults.whole_site import WholeSite

CANARY = "カナリア"
PHONE = "09098765432"
HIRED, REFUSED, ASKING = "canary1@seeker.example", "canary2@seeker.example", "canary3@seeker.example"
REPORTING, SUBSCRIBED, FAILING = "canary4@seeker.example", "canary5@seeker.example", "canary6@seeker.example"
MARKS = [CANARY, "canary", PHONE, "090-9876-5432"]
TYPED = {
    **dict.fromkeys(("family_name", "given_name", "family_kana", "given_kana"), f"セイ{CANARY}"),
    **dict.fromkeys(("call_hours", "city", "available", "training_history", "message"), f"問{CANARY}"),
    "phone": PHONE,
}


def apply(site: WholeSite, posting: Posting, address: str) -> tuple[Application, str]:
    """Somebody applies and proves the address; return the application and the path of its page."""
    visitor, facts = Visitor(site.port), answers(posting, **TYPED, email=address)
    visitor.post(apply_url(posting), {**facts, "step": "look"}, status=200)
    page = visitor.post(apply_url(posting), facts)
    visitor.post(f"{page}prove/", {"code": code_in(site.places.mail, address), "version": posting.version})
    visitor.post(f"{page}messages/", {"text": f"連絡{CANARY}", "submission_id": str(uuid4())})
    return Application.objects.get(email=address), page


def hire(site: WholeSite, scene: Scene, clerk: Visitor, application: Application, page: str) -> None:
    """The whole way: read, note, messages, times, one of them taken, offer, yes, hire, and taken back."""
    at = reverse("inbox:application", args=[scene.facility.public_id, application.public_id])
    clerk.get(at)
    clerk.post(f"{at}note/", {"text": f"メモ{CANARY}", "submission_id": str(uuid4())})
    clerk.post(f"{at}messages/", {"text": f"返事{CANARY}", "submission_id": str(uuid4())})
    offered(application, scene.sato, 10)
    slot = re.search(r'name="slot" value="(\d+)"', Visitor(site.port).get(page))
    assert slot
    Visitor(site.port).post(f"{page}take/", {"slot": slot[1]})
    clerk.post(f"{at}offer/", {"text": f"内定{CANARY}", "version": "1", "step": "send"})
    Visitor(site.port).post(f"{page}accept/", {})
    today = days_from_now(0)
    parts = (("y", today.year), ("m", today.month), ("d", today.day))
    days = {f"{name}_{part}": value for name in ("starts_on", "licence_seen_on") for part, value in parts}
    terms = {"licence_seen_by": "事務長", "terms_differ": "1", "terms_difference": f"相違{CANARY}"}
    words = {"text": f"採用{CANARY}", "referred_by": "none", "version": "1", "step": "send"}
    clerk.post(f"{at}hire/", {**days, **terms, **words})
    clerk.post(f"{at}cancel/", {"text": f"取消{CANARY}", "reason": f"事情{CANARY}", "step": "send"})


def refuse(clerk: Visitor, facility: Facility, application: Application) -> None:
    """A refusal with a reason, whose half hour is over."""
    at = reverse("inbox:application", args=[facility.public_id, application.public_id])
    words = {"text": f"結果{CANARY}", "reason": "other", "detail": f"理由{CANARY}", "step": "send"}
    clerk.post(f"{at}not-select/", words)


def ask(site: WholeSite, clerk: Visitor, facility: Facility, posting: Posting) -> None:
    """Somebody only asks, and is answered."""
    visitor, words = Visitor(site.port), question(name=f"名{CANARY}", text=f"問{CANARY}", email=ASKING)
    page = visitor.post(ask_url(posting), words)
    visitor.post(f"{page}prove/", {"code": code_in(site.places.mail, ASKING)})
    inquiry = Inquiry.objects.get(email=ASKING)
    at = reverse("inbox:inquiry", args=[facility.public_id, inquiry.public_id])
    clerk.post(f"{at}answer/", {"answer": f"答{CANARY}"})


def report(site: WholeSite, posting: Posting, officer: User) -> None:
    """Somebody reports what is wrong; the office settles it."""
    facts = {"topic": "calls", "text": f"報告{CANARY}", "email": REPORTING, "submission_id": str(uuid4())}
    Visitor(site.port).post(f"/postings/{posting.number}/report/", facts)
    complaint = Complaint.objects.get()
    complaint.take(by=officer)
    complaint.settle("no_action", by=officer)


def subscribe(site: WholeSite) -> None:
    """Somebody saves a search with words about themselves, says yes, and stops."""
    facts = {"email": SUBSCRIBED, "frequency": "daily", "submission_id": str(uuid4())}
    Visitor(site.port).post(f"/alerts/new/?q={CANARY}&occ=nurse", facts)
    start = link_in(site.places.mail, SUBSCRIBED, "/start/")
    Visitor(site.port).post(start, {})


def look_around(site: WholeSite, clerk: Visitor, facility: Facility) -> None:
    """What else leaves traces: searches, a wrong password, the file of all applicants, the applicant's account."""
    guest = Visitor(site.port)
    guest.get(f"/postings/?q={CANARY}")
    guest.post("/account/login/", {"login": HIRED, "password": f"合言葉{CANARY}"}, status=200)
    guest.post(reverse("account_signup"), {"email": FAILING})
    clerk.post(reverse("inbox:file_csv", args=[facility.public_id]), {"reason": "選考のため"}, status=200)
    seeker = make_user(HIRED, f"姓{CANARY}")
    EmailAddress.objects.create(user=seeker, email=HIRED, verified=True, primary=True)
    browser = Visitor(site.port, seeker)
    browser.get("/my/data.json")
    browser.post("/my/leave/", {})
