"""What to look at again about a facility that registers; it only asks."""

from collections.abc import Iterator

from facilities.models import Facility, Institution
from keynet.vocabulary.codes import is_institution_code_plausible
from keynet.vocabulary.japanese import search_key
from keynet.vocabulary.mistakes import Notice


def facility_warnings(facility: Facility) -> list[tuple[str, str]]:
    """Return (field, sentence) pairs about the institution code; new institutions may have a code we do not know."""
    return [(notice.code, notice.sentence) for notice in _of_code(facility)]


def _of_code(facility: Facility) -> Iterator[Notice]:
    code = facility.institution_code
    if not code:
        return
    if not is_institution_code_plausible(code, facility.prefecture):
        yield Notice(
            "institution_code",
            "医療機関コードの数字の並びが、いつもと違います。写し間違いがないか、確かめてください。",
        )
        return
    known = Institution.objects.filter(code=code).first()
    if known and search_key(known.name).replace(" ", "") != search_key(facility.name).replace(" ", ""):
        sentence = f"このコードは、一覧では「{known.name}」です。コードと名称を確かめてください。"
        yield Notice("institution_code", sentence)
