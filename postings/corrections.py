"""「11月22日に給与を訂正しました」: what changed since publication, in the few words a reader of the page needs."""

from collections.abc import Iterable

from django.utils import timezone

from keynet.outbox.models import Event
from keynet.vocabulary.japanese import date_ja
from postings.models import Posting
from postings.models.terms import BLOCKS
from postings.wording import NEVER_PUBLIC

PARTS = {
    "給与": {"wage_type", "wage_min", "wage_max", "wage_note"}
    | {"fixed_overtime", "fixed_overtime_yen", "fixed_overtime_hours", "fixed_overtime_beyond"},
    "勤務地": {"work_place", "work_postal_code", "work_prefecture", "work_city", "work_address"}
    | {"work_building", "workplace_scope", "workplace_scope_note", "access"},
    "契約の期間": {"contract_term", "contract_from", "contract_to", "renewal", "renewal_note"}
    | {"renewal_limit", "renewal_limit_note", "probation", "probation_note"},
    "募集人数": {"headcount"},
    "公開終了予定日": {"publish_to"},
}
"""What people look for by name; everything else is said by its block."""
BLOCK_WORDS = {
    "work": "仕事の内容",
    "conditions": "勤務の条件",
    "pay": "手当・保険",
    "intake": "応募と選考",
}


def correction(posting: Posting) -> str:
    """Return the latest change since publication in words, "" when there was none; costs a query only after one."""
    if posting.version < 2:
        return ""
    events = Event.objects.about(posting).filter(name="posting.revised", at__gt=posting.published_at)
    event = events.order_by("-pk").first()
    words = parts_of(event.data["fields"]) if event else []
    if event is None or not words:
        return ""
    day = date_ja(timezone.localdate(event.at)).partition("（")[0].partition("年")[2]
    return f"{day}に{'、'.join(words)}を訂正しました"


def parts_of(fields: Iterable[str]) -> list[str]:
    """Return the changed parts of the page, each once; what the public never reads is left out."""
    public = [name for name in fields if name not in NEVER_PUBLIC]
    return list(dict.fromkeys(_part(name) for name in public))


def _part(name: str) -> str:
    for words, names in PARTS.items():
        if name in names:
            return words
    block = next(block for block, terms in BLOCKS.items() if name in _names(terms))
    return BLOCK_WORDS[block]


def _names(terms: type) -> set[str]:
    return {field.name for field in terms._meta.local_fields}  # type: ignore[attr-defined]
