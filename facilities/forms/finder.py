"""医療機関をさがす, inside the form of the facility: a search loses nothing that was typed, and stores nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from facilities.institutions import facts_of
from facilities.models import Institution
from keynet.forms.retyped import replaced
from keynet.vocabulary.japanese import search_words, single_line
from keynet.vocabulary.mistakes import Mistake

FIND, CHOOSE = "find", "choose:"
"""Values of `action`; behind `choose:` stands the code of the chosen institution."""
MOST_RESULTS = 30
GONE = "選んだ医療機関が一覧に見つかりませんでした。もう一度さがすか、手で入力してください。"
FILLED = "医療機関のコード・名称・所在地を入れました。残りの項目を入力して、保存してください。"


@dataclass(frozen=True)
class Finder:
    """What the finder shows: the typed words, the institutions that hold all of them, and what was done."""

    typed: str = ""
    institutions: list[Institution] = field(default_factory=list)
    has_more: bool = False
    answer: str = ""


def find(typed: str) -> Finder:
    """Return the institutions that hold every typed word: part of a name, an address or a code.

    Words with characters that cannot be stored find nothing.
    """
    try:
        words = single_line(typed[:100])
    except Mistake:
        return Finder(typed)
    found = list(Institution.objects.matching(words)[: MOST_RESULTS + 1]) if search_words(words) else []
    return Finder(words, found[:MOST_RESULTS], has_more=len(found) > MOST_RESULTS)


def is_search(data: QueryDict) -> bool:
    """Return whether the finder's button was pressed; Enter in any other question presses it with no words."""
    return data.get("action") == FIND and bool(data.get("q", "").strip())


def with_institution(data: QueryDict) -> tuple[Mapping[str, Any], Finder]:
    """Return the typed answers with code, name and address of the chosen institution; a chosen kind stays."""
    code = data.get("action", "").removeprefix(CHOOSE)
    chosen = Institution.objects.filter(code=code if code.isdecimal() else "").first()
    if chosen is None:
        return data, Finder(data.get("q", ""), answer=GONE)
    facts = facts_of(chosen)
    facts["kind"] = data.get("kind") or facts["kind"]
    return replaced(data, {**facts, "q": ""}), Finder(answer=FILLED)
