"""The tables of moves as a document: what `docs/lifecycles.md` says is what the code does."""

from collections.abc import Iterable
from typing import cast

from django.db.models import TextChoices

from applications.lifecycle import (
    APPLICATION,
    INQUIRY,
    INTERVIEW,
    ApplicationStatus,
    InquiryStatus,
    InterviewStatus,
)
from facilities.lifecycle import (
    ADDRESS_CHANGE,
    INVITATION,
    REGISTRATION,
    AddressChangeStatus,
    InvitationStatus,
    RegistrationStatus,
)
from keynet.lifecycle import Lifecycle, Move
from postings.alerts.lifecycle import CONDITION, RECRUITER, ConditionStatus, RecruiterStatus
from postings.lifecycle import COMPLAINT, POSTING, ComplaintStatus, PostingStatus

TABLES: dict[str, tuple[Lifecycle, type[TextChoices]]] = {
    "Registration (申請)": (REGISTRATION, RegistrationStatus),
    "Invitation (施設への招待)": (INVITATION, InvitationStatus),
    "AddressChange (登録アドレスの変更)": (ADDRESS_CHANGE, AddressChangeStatus),
    "Posting (募集情報)": (POSTING, PostingStatus),
    "Complaint (「実際と違うとき」の報告)": (COMPLAINT, ComplaintStatus),
    "Application (応募)": (APPLICATION, ApplicationStatus),
    "Inquiry (問い合わせ)": (INQUIRY, InquiryStatus),
    "Interview (面接)": (INTERVIEW, InterviewStatus),
    "Recruiter (民間職業紹介事業者)": (RECRUITER, RecruiterStatus),
    "SavedCondition (条件お知らせ)": (CONDITION, ConditionStatus),
}
INTRODUCTION = """# Lifecycles

Drawn from the tables in the code by `bin/manage draw_lifecycles`; a test fails when this page differs from them.
Nothing but these moves writes a status.
"""


def draw() -> str:
    """Return the whole document as Markdown with Mermaid diagrams."""
    return INTRODUCTION + "".join(_section(title, *table) for title, table in TABLES.items())


def _section(title: str, lifecycle: Lifecycle, states: type[TextChoices]) -> str:
    lines = ["", f"## {title}", "", "```mermaid", "stateDiagram-v2"]
    lines += [f"    {state.value} : {state.label}" for state in states]
    lines += [
        f"    {source} --> {move.target} : {move.name}"
        for move in lifecycle.moves.values()
        for source in _in_order(move.sources, states)
    ]
    lines += ["```", "", "| move | from | to | who | event |", "|---|---|---|---|---|"]
    lines += [_row(move, states) for move in lifecycle.moves.values()]
    return "\n".join(lines) + "\n"


def _row(move: Move, states: type[TextChoices]) -> str:
    sources = ", ".join(_in_order(move.sources, states))
    who = cast(str, getattr(move.may, "__name__", "")).replace("_", " ")
    return f"| {move.name} | {sources} | {move.target} | {who} | `{move.event}` |"


def _in_order(sources: Iterable[str], states: type[TextChoices]) -> list[str]:
    wanted = set(sources)
    return [state.value for state in states if state.value in wanted]
