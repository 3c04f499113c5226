"""Everything the service holds about a person with an account, as JSON (docs/own-data.md explains the keys)."""

from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from applications.mine.owned import applications_of, conditions_of, inquiries_of
from applications.models import Application, Inquiry, Interview, PersonalAccess, ThreadMessage
from applications.models.blank import BLANK_APPLICATION
from keynet.accounts.models import User
from keynet.outbox.models import Letter
from postings.models import SavedPosting


def own_data(user: User) -> dict[str, Any]:
    """Return the whole of it; times with their zone, codes as stored."""
    return {
        "account": {"address": user.email, "name": user.name, "opened_at": user.date_joined},
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
        "saved_conditions": list(conditions_of(user).values("query", "frequency", "status", "created_at")),
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
        **_times(row, "consented_at", "submitted_at", "moved_at", "accepted_at", "direct_selection_on"),
        **_times(row, "leaves_at", "erasure_asked_at"),
        "from_the_facility": list(row.messages.order_by("written_at").values("step", "text", "written_at")),
        "messages": _thread(row),
        "interviews": [
            {"starts_at": one.slot.starts_at, "where": one.slot.where, "status": one.status}
            for one in Interview.objects.of(row)
        ],
        "read_by": _readings(PersonalAccess.objects.about(row)),
    }


def _inquiry(row: Inquiry) -> dict[str, Any]:
    return {
        "number": row.number,
        "posting": row.posting.number,
        "facility": row.posting.public_facility_name,
        "status": row.status,
        **{name: getattr(row, name) for name in ("name", "email", "text", "answer")},
        **_times(row, "submitted_at", "answered_at", "erasure_asked_at"),
        "messages": _thread(row),
        "read_by": _readings(PersonalAccess.objects.filter(inquiry=row)),
    }


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
