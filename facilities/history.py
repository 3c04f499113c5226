"""Who let whom in and out, as members and the office read it: names of colleagues, never an address."""

from dataclasses import dataclass
from datetime import datetime

from facilities.models import Facility, Membership
from keynet.accounts.actors import names_of
from keynet.accounts.models import User
from keynet.outbox.models import Event
from keynet.outbox.models.event import subject_key

WORDS = {
    "facility.branch_added": "この施設を加えました",
    "invitation.sent": "{role}として1名を招待しました",
    "invitation.accepted": "招待を受けて、{role}として参加しました",
    "invitation.withdrawn": "招待を取り消しました",
    "invitation.lapsed": "返事のない招待を消しました",
    "membership.role_changed": "{name}さんを{role}にしました",
    "membership.removed": "{name}さんを職員から外しました",
    "membership.left": "職員から外れました",
    "access.reissued": "登録アドレスへアクセスを再発行しました",
    "address_change.asked": "登録アドレスの変更を依頼しました",
    "address_change.confirmed": "登録アドレスの変更を確かめて、変えました",
    "address_change.dropped": "登録アドレスの変更を取りやめました",
    "registration.reminded": "初回ログインのお願いを送りました",
}


@dataclass(frozen=True)
class Line:
    """One line of the history."""

    at: datetime
    words: str
    who: str


def history_of(facility: Facility, reader: User, *, most: int = 50) -> list[Line]:
    """Return what happened to the facility's people, the newest first."""
    memberships = {
        subject_key(membership): membership for membership in facility.memberships.select_related("user")
    }
    others = (
        *facility.invitations.all(),
        *facility.address_changes.all(),
        *facility.registrations.all(),
    )
    subjects = [subject_key(facility), *memberships, *(subject_key(row) for row in others)]
    events = list(Event.objects.filter(subject__in=subjects, name__in=WORDS).order_by("-id")[:most])
    names = names_of({event.actor for event in events}, reader)
    return [
        Line(event.at, _words(event, memberships.get(event.subject)), names[event.actor]) for event in events
    ]


def _words(event: Event, membership: Membership | None) -> str:
    role = event.data.get("role")
    return WORDS[event.name].format(
        role=Membership.Role(role).label if role else "", name=membership.user.name if membership else ""
    )
