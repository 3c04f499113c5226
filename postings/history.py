"""What happened to a posting, as people of the consoles read it."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from keynet.accounts.actors import names_of
from keynet.accounts.models import User
from keynet.outbox.models import Event
from keynet.vocabulary.japanese import date_ja
from keynet.vocabulary.recruiting import CloseReason
from postings.differences import Change, changes
from postings.field_names import field_label
from postings.models import Posting, PostingVersion

WORDS = {
    "posting.submitted": "提出しました",
    "posting.returned": "差し戻しました",
    "posting.checked": "確認済みにしました",
    "posting.rejected": "受け付けられないことを決めました",
    "posting.joined": "既存の施設に結びつけました",
    "posting.published": "公開しました",
    "posting.revised": "内容を変更しました",
    "posting.looked_at": "公開後の変更を確かめました",
    "posting.flagged_urgent": "緊急の募集にしました",
    "posting.unflagged_urgent": "緊急の募集を解除しました",
    "posting.paused": "応募の受付を停止しました",
    "posting.resumed": "応募の受付を再開しました",
    "posting.affirmed": "内容が最新であることを確認しました",
    "posting.extended": "公開終了予定日を延ばしました",
    "posting.closed": "募集を終了しました",
    "posting.suspended": "掲載を停止しました",
    "posting.lifted": "掲載の停止を解除しました",
}


@dataclass(frozen=True)
class Line:
    """One line of the history."""

    at: datetime
    words: str
    who: str


def history_of(posting: Posting, reader: User) -> list[Line]:
    """Return what happened, the newest first, with the actors as this reader may know them."""
    events = [event for event in Event.objects.about(posting) if event.name in WORDS]
    names = names_of({event.actor for event in events}, reader)
    return [Line(event.at, _words(event), names[event.actor]) for event in reversed(events)]


def later_versions(posting: Posting) -> list[tuple[PostingVersion, list[Change]]]:
    """Return each version after the first with what it changed, the newest first."""
    kept = list(posting.versions.order_by("number"))
    return [(new, changes(old.terms, new.terms)) for old, new in pairwise(kept)][::-1]


def _words(event: Event) -> str:
    more = _more(event.name, event.data)
    return f"{WORDS[event.name]}（{more}）" if more else WORDS[event.name]


def _more(name: str, data: dict[str, Any]) -> str:
    if name == "posting.closed":
        return CloseReason(data["reason"]).label
    if name == "posting.flagged_urgent":
        return f"{data['days']}日間"
    if name == "posting.extended":
        return f"{date_ja(date.fromisoformat(data['until']))}まで"
    if name == "posting.revised":
        return "、".join(field_label(field) for field in data["fields"])
    return ""
