"""Two hospitals that both have everything, so that "has some of its own" never hides a missing scope."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from applications.hiring import hire
from applications.models import AnswerTemplate, Application, Batch, Inquiry, LegalHold
from applications.reports.making import ask, make_next
from applications.reports.reporting import report
from applications.safekeeping.emergencies import open_in_emergency
from applications.safekeeping.holding import hold
from facilities.access import ask_change
from facilities.invitations import invite
from facilities.models import Desk, DeskAddress, Facility
from keynet.accounts.models import User
from keynet.lifecycle import LinkHolder
from keynet.outbox.models import Letter
from postings.alerts.models import Recruiter
from postings.complaints.receiving import receive
from postings.models import Complaint, Posting, Synonym
from tests.access.oracle import Rule, routes
from tests.builders import make_application, make_draft, make_facility, make_published, make_user
from tests.cast import appointed

SECRET = "合言葉ひまわり"  # in every text of さくら病院's applicants: only the hospital may read it
INTERNAL = "内緒のあさがお"  # in the hospital's note to the office: office and ministry may read it too

ABOUT_A_COMPLAINT = (
    "facility:complaint",
    "office:complaint",
    "office:take_complaint",
    "office:ask_facility",
    "office:settle_complaint",
    "ministry:complaint",
)


@dataclass
class World:
    """The people, and one address for every route (of さくら病院, 神奈川県)."""

    people: dict[str, User]
    values: dict[str, Any]
    special: dict[str, dict[str, Any]] = field(default_factory=dict)

    def address(self, rule: Rule) -> str:
        """Return the path of a rule's route."""
        values = {**self.values, **self.special.get(rule.name, {})}
        return reverse(rule.name, kwargs={name: values[name] for name in routes()[rule.name]})


@pytest.fixture
def world(
    sakura: Facility,
    midori: Facility,
    sato: User,
    suzuki: User,
    okada: User,
    mori: User,
    yoshida: User,
    noda: User,
) -> World:
    """Build it around the cast."""
    return built(sakura, midori, sato, suzuki, okada, mori, yoshida, noda)


def built(
    sakura: Facility,
    midori: Facility,
    sato: User,
    suzuki: User,
    okada: User,
    mori: User,
    yoshida: User,
    noda: User,
) -> World:
    """Build it through the product's own verbs."""
    ours = _everything_of(sakura, sato, okada, SECRET)
    _everything_of(midori, suzuki, okada, "みどりの応募者")
    waiting = make_draft(sakura)
    waiting.submit(by=sato)
    call_command("load_reference", verbosity=0)
    desk = Desk.objects.create(kind="reception_desk", prefecture="14", name="受付窓口")
    address = DeskAddress.objects.create(desk=desk, address="desk@kanagawa.example")
    recruiter = Recruiter.objects.create(
        company="架空社", licence_number="1", address="news@recruiter.example"
    )
    letter = Letter.objects.create(
        kind="account.mail", subject="user:1", recipient="x@y.example", heading="x", status="failed"
    )
    people = {"sato": sato, "suzuki": suzuki, "okada": okada, "mori": mori, "yoshida": yoshida, "noda": noda}
    people["tokyo"] = appointed(make_user("tokyo@tokyo.example"), "prefecture", "13")
    people["tokyo_nurses"] = appointed(make_user("nurses@tokyo.example"), "nurse_center", "13")
    people["former"] = _former_member(sakura)
    hired = _hired(sakura, sato, okada)
    complaint = _asked_about(sakura, sato, okada)
    group = Synonym.objects.values_list("pk", flat=True)[0]
    emergencies = {
        body: _opened(hired, person, body) for body, person in (("office", okada), ("ministry", mori))
    }
    exports = {body: _taken_away(person, body) for body, person in (("office", okada), ("ministry", mori))}
    values = {
        **ours,
        **_of_the_inbox(sakura, sato),
        "facility": sakura.public_id,
        "public_id": sakura.public_id,
        "prefecture": "14",
        "code": "14",
        "token": "x" * 43,
        "block": "work",
        "occupation": "nurse",
        "what": "stopped",
        "receipt": complaint.number,
        "key": "x",
        "file": 0,
        "uidb36": "1",
        "place": "14",
        "pk": recruiter.pk,
    }
    special: dict[str, dict[str, Any]] = {
        "hires:report": {"application": hired.public_id},
        "hires:correct": {"application": hired.public_id},
        "hires:outside": {"number": hired.posting.number},
        **_of_people(sakura, sato, okada),
        "office:check": {"number": waiting.number},
        "office:confirm": {"number": waiting.number},
        "office:send_back": {"number": waiting.number},
        "office:reject": {"number": waiting.number},
        **{name: {"pk": complaint.pk} for name in ABOUT_A_COMPLAINT},
        "prefecture:stop_address": {"pk": address.pk},
        "nurse_center:stop_address": {"pk": address.pk},
        **{name: {"pk": group} for name in ("reference:synonym", "reference:drop_synonym")},
        "office_letters:again": {"pk": letter.pk},
        **{f"{body}_exports:one": {"export": export} for body, export in exports.items()},
        **{f"{body}_exports:file": {"export": export} for body, export in exports.items()},
        **{f"{body}_exports:table": {"content": "doctors"} for body in exports},
        "ministry_letters:again": {"pk": letter.pk},
        **{f"{body}_privacy:opened": {"emergency": one} for body, one in emergencies.items()},
        "safekeeping:lift": {"pk": _held(waiting, okada).pk},
        "accounts:end_device": {"number": 1},
    }
    return World(people, values, special)


def _of_the_inbox(facility: Facility, member: User) -> dict[str, UUID]:
    batch = Batch.objects.create(submission_id=uuid4(), facility=facility, step="invite", sent_by=member)
    words = {"use": "invite", "name": "標準", "text": "お越しください。"}
    template = AnswerTemplate.objects.create(submission_id=uuid4(), facility=facility, **words)
    return {"batch": batch.public_id, "template": template.public_id}


def _of_people(facility: Facility, admin: User, officer: User) -> dict[str, dict[str, Any]]:
    colleague = facility.memberships.create(user=make_user("colleague@sakura.example"))
    invitation = invite(facility, "new@sakura.example", "member", by=admin)
    change = ask_change(facility, "soumu@sakura.example", "担当者の退職のため", by=officer)
    city = make_facility(name="横浜市", kind="municipality", lg_code="141003")
    city.memberships.create(user=admin, role="admin")
    return {
        "members:role": {"pk": colleague.pk},
        "members:remove": {"pk": colleague.pk},
        "members:renew": {"pk": invitation.pk},
        "members:withdraw": {"pk": invitation.pk},
        "members:add_branch": {"facility": city.public_id},
        "office_facilities:confirm_address": {"pk": change.pk},
        "office_facilities:drop_address": {"pk": change.pk},
    }


def _asked_about(facility: Facility, member: User, officer: User) -> Complaint:
    posting = make_published(facility, member, officer)
    facts = {"topic": "terms", "text": "時給が違います。", "email": "reporter@seeker.example"}
    complaint = receive(posting, facts, submission_id=uuid4())
    complaint.ask("時給を確かめてください。", by=officer)
    return complaint


def _everything_of(facility: Facility, member: User, officer: User, secret: str) -> dict[str, Any]:
    posting = make_published(
        facility, member, officer, headcount=5, internal_note=f"{INTERNAL}{facility.name}"
    )
    application = make_application(
        posting, message=secret, family_name=secret, email=f"{uuid4()}@seeker.example"
    )
    inquiry = Inquiry.objects.create(
        submission_id=uuid4(), posting=posting, name=secret, email="nozomi@seeker.example", text=secret
    )
    inquiry.submit(by=LinkHolder(f"inquiry:{inquiry.pk}"))
    return {"number": posting.number, "application": application.public_id, "inquiry": inquiry.public_id}


def _hired(facility: Facility, member: User, officer: User) -> Application:
    application = make_application(make_published(facility, member, officer), email="hired@seeker.example")
    application.step("review", by=member)
    application.offer(by=member, stated_version=None)
    today = timezone.localdate()
    hired = hire(application, by=member, starts_on=today, licence_seen_on=today, licence_seen_by="事務長")
    report(hired, by=member, provider="facility", name="研修", taken_on=today, hours=Decimal(3))
    application.posting.close(by=member, reason="elsewhere")
    return application


def _taken_away(person: User, body: str) -> UUID:
    export = ask(by=person, body=body, form="xlsx", purpose="報告", query="", rows=0, submission_id=uuid4())
    make_next()
    return export.public_id


def _opened(application: Application, person: User, body: str) -> UUID:
    reason = "警察からの照会のため"
    return open_in_emergency(application, reason=reason, body=body, by=person).public_id


def _held(posting: Posting, officer: User) -> LegalHold:
    return hold(posting, reason="労働局の調べのため", until=timezone.localdate(), by=officer)


def _former_member(facility: Facility) -> User:
    person = make_user("former@sakura.example")
    facility.memberships.create(user=person, left_at=timezone.now())
    return person
