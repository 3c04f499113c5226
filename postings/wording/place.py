"""Where one works, and for whom; a hidden name hides everything that would give it away."""

from keynet.vocabulary.contact import format_phone
from keynet.vocabulary.employment import ScopeOfChange
from keynet.vocabulary.prefectures import PREFECTURES
from keynet.vocabulary.terms import Smoking
from postings.models import Posting
from postings.wording.line import Line, said, sentence, wide
from postings.wording.period import bracketed

HIDDEN_NAME = "施設名は非公開です"
HIDDEN_ADDRESS = "くわしい場所は、応募を送る前の画面でお知らせします"


def may_name(posting: Posting, disclose: bool) -> bool:
    """Return whether facility, exact address, access and telephone may be shown."""
    return disclose or posting.shows_name


def facility_name(posting: Posting, disclose: bool) -> str:
    """Return the facility's name, or that it is hidden."""
    return posting.facility.name if may_name(posting, disclose) else HIDDEN_NAME


def kind_of_facility(posting: Posting) -> str:
    """Return 病院, 診療所, …; harmless also when the name is hidden."""
    return posting.facility.get_kind_display() if posting.facility.kind else ""


def city(posting: Posting) -> str:
    """Return 「神奈川県横浜市金沢区」, which is always public."""
    prefecture = PREFECTURES.get(posting.work_prefecture)
    return f"{prefecture.name if prefecture else ''}{posting.work_city}"


def address(posting: Posting, disclose: bool) -> str:
    """Return the whole address of the workplace, or only its city."""
    if not may_name(posting, disclose):
        return city(posting)
    code = posting.work_postal_code
    postal = f"〒{code[:3]}-{code[3:]} " if len(code) == 7 else ""
    return f"{postal}{city(posting)}{posting.work_address} {posting.work_building}".strip()


def car_note(posting: Posting) -> str:
    """Return whether one may come by car; nothing when it was not said."""
    words = {True: "車で通勤できます", False: "車での通勤はできません"}
    return "" if posting.car_commute is None else words[posting.car_commute]


def access_notes(posting: Posting, disclose: bool) -> tuple[str, ...]:
    """Return how to get there; the nearest station would give a hidden facility away."""
    return said(posting.access if may_name(posting, disclose) else "", car_note(posting))


def scope(value: str, note: str) -> str:
    """Return 変更の範囲 over the whole contract; "" while unanswered."""
    if value == ScopeOfChange.NONE:
        return "変更はありません"
    return bracketed("変更する場合があります", note) if value == ScopeOfChange.POSSIBLE else ""


def workplace_line(posting: Posting, disclose: bool) -> Line:
    """Say where one works at first."""
    named = may_name(posting, disclose)
    lines = [posting.work_place if named else "", address(posting, disclose)]
    hidden = "" if named else HIDDEN_ADDRESS
    return Line(
        "働く場所",
        sentence(lines, "\n") if posting.work_city else "",
        said(*access_notes(posting, disclose), hidden),
    )


def workplace_scope_line(posting: Posting) -> Line:
    """Say to which places one may be moved later."""
    return Line("場所の変更の範囲", scope(posting.workplace_scope, posting.workplace_scope_note))


def duties_scope_line(posting: Posting) -> Line:
    """Say which other duties one may be given later."""
    return Line("仕事の変更の範囲", scope(posting.duties_scope, posting.duties_scope_note))


def smoking_line(posting: Posting) -> Line:
    """Say 受動喫煙防止措置 of the real workplace."""
    label = Smoking(posting.smoking).label if posting.smoking in Smoking else ""
    return Line("たばこの煙の対策", wide(str(label)), said(posting.smoking_note))


def facility_lines(posting: Posting, disclose: bool) -> tuple[Line, ...]:
    """Say who is looking for people: 募集者の氏名又は名称, and whom to call."""
    named = may_name(posting, disclose)
    facility = posting.facility
    notes = said(facility.entrusted_by and f"設置・委託元：{facility.entrusted_by}") if named else ()
    phone = format_phone(posting.contact_phone) if named and posting.contact_phone_public else ""
    contact = sentence([posting.contact_department, phone and f"電話 {phone}"], "　")
    return (
        Line("施設の名前", facility_name(posting, disclose), notes or said("" if named else HIDDEN_ADDRESS)),
        Line("施設の種類", kind_of_facility(posting)),
        Line("所在地", facility.full_address if named else facility.place),
        Line("担当部署", contact),
    )
