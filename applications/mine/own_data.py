"""Everything the service holds about a person with an account, as JSON (docs/own-data.md explains the keys)."""

from collections.abc import Callable, Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from applications.mine.owned import applications_of, conditions_of, inquiries_of, is_proved
from applications.models import (
    Application,
    Hire,
    Inquiry,
    Interview,
    PersonalAccess,
    SlotOffer,
    ThreadMessage,
)
from applications.models.blank import BLANK_APPLICATION
from facilities.models import Membership
from keynet.accounts.models import Appointment, User
from keynet.outbox.models import Letter
from postings.models import Complaint, SavedPosting

OF_HIRES: list[Callable[[Hire], dict[str, Any]]] = []
"""What packages above know of a hire, by key; filled when they start (applications.reports)."""


def own_data(user: User) -> dict[str, Any]:
    """Return the whole of it; times with their zone, codes as stored."""
    return {
        "account": {
            "address": user.email,
            "name": user.name,
            "opened_at": user.date_joined,
            "last_login": user.last_login,
        },
        "sign_in": {
            "second_steps": list(Authenticator.objects.filter(user=user).values("type", "created_at")),
            "devices": list(UserSession.objects.filter(user=user).values("created_at", "user_agent", "ip")),
        },
        "applications": [_application(row) for row in applications_of(user)],
        "inquiries": [_inquiry(row) for row in inquiries_of(user)],
        "saved_postings": [
            {"posting": saved.posting.number, "saved_at": saved.saved_at}
            for saved in SavedPosting.objects.filter(user=user)
            .select_related("posting")
            .order_by("-saved_at")
        ],
        "saved_conditions": list(
            conditions_of(user).values("query", "frequency", "status", "created_at", "started_at")
        ),
        "complaints": _complaints(user),
        "works_for": _works(user),
        "letters": list(
            Letter.objects.filter(recipient__iexact=user.email)
            .order_by("created_at")
            .values("kind", "created_at", "sent_at", "status")
        ),
    }


def _application(row: Application) -> dict[str, Any]:
    return {
        "number": row.number,
        "posting": row.posting.number,
        "facility": row.posting.facility.name,
        "version_seen": row.version.number,
        "status": row.status,
        **{name: getattr(row, name) for name in BLANK_APPLICATION},
        **_times(row, "created_at", "consented_at", "submitted_at", "moved_at", "accepted_at"),
        **_times(row, "direct_selection_on", "leaves_at", "erasure_asked_at"),
        "from_the_facility": list(
            row.messages.order_by("written_at").values("step", "number", "text", "answer_by", "written_at")
        ),
        "messages": _thread(row),
        "times_offered": _times_offered(row),
        "interviews": [
            {"starts_at": one.slot.starts_at, "where": one.slot.where, "status": one.status}
            for one in Interview.objects.of(row)
        ],
        "hires": [_hire(hire) for hire in Hire.objects.filter(application=row).order_by("pk")],
        "read_by": _readings(PersonalAccess.objects.about(row)),
    }


def _inquiry(row: Inquiry) -> dict[str, Any]:
    return {
        "number": row.number,
        "posting": row.posting.number,
        "facility": row.posting.public_facility_name,
        "status": row.status,
        **{name: getattr(row, name) for name in ("name", "email", "text", "answer")},
        **_times(row, "created_at", "submitted_at", "answered_at", "erasure_asked_at"),
        "messages": _thread(row),
        "read_by": _readings(PersonalAccess.objects.filter(inquiry=row)),
    }


def _times_offered(row: Application) -> list[dict[str, Any]]:
    offers = SlotOffer.objects.filter(application=row).select_related("slot").order_by("offered_at", "pk")
    return [
        {"starts_at": offer.slot.starts_at, "offered_at": offer.offered_at, "refused_at": offer.refused_at}
        for offer in offers
    ]


def _hire(hire: Hire) -> dict[str, Any]:
    return {
        **{
            name: getattr(hire, name) for name in ("hired_at", "starts_on", "licence_seen_on", "cancelled_at")
        },
        "days": list(hire.days.order_by("on", "starts").values("on", "starts", "ends")),
        **{key: value for source in OF_HIRES for key, value in source(hire).items()},
    }


def _complaints(user: User) -> list[dict[str, Any]]:
    rows = Complaint.objects.filter(email__iexact=user.email) if is_proved(user) else Complaint.objects.none()
    return [
        {
            "number": row.number,
            "posting": row.posting.number,
            "topic": row.topic,
            "text": row.text,
            "created_at": row.created_at,
            "outcome": row.outcome,
            "settled_at": row.settled_at,
        }
        for row in rows.select_related("posting").order_by("pk")
    ]


def _works(user: User) -> list[dict[str, Any]]:
    of_facilities = [
        {"name": row.facility.name, "role": row.role, "since": row.joined_at, "until": row.left_at}
        for row in Membership.objects.filter(user=user).select_related("facility").order_by("pk")
    ]
    of_bodies = [
        {"name": str(row), "role": row.body, "since": row.began_at, "until": row.ended_at}
        for row in Appointment.objects.filter(user=user).order_by("pk")
    ]
    return of_facilities + of_bodies


def _times(row: Application | Inquiry, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _thread(row: Application | Inquiry) -> list[dict[str, Any]]:
    return [
        {name: getattr(message, name) for name in ("side", "text", "written_at", "read_at")}
        for message in ThreadMessage.objects.about(row)
    ]


def _readings(rows: Iterable[PersonalAccess]) -> list[dict[str, Any]]:
    """Return which organisation read the data on which day; who of it, only the facility itself sees."""
    return [{"by": row.get_body_display(), "on": row.at.date()} for row in rows]
