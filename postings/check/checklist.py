"""The right side of the office's check: what can be found out by itself. It only shows; a person decides."""

from collections.abc import Iterator
from dataclasses import dataclass

from facilities.models import Facility, Institution
from keynet.vocabulary.codes import clean_lg_code, is_institution_code_plausible
from keynet.vocabulary.japanese import search_key
from keynet.vocabulary.mistakes import Mistake
from postings.models import Posting


@dataclass(frozen=True)
class Check:
    """One line: `ok` stands with a tick, everything else asks the officer to look."""

    label: str
    ok: bool
    sentence: str


def facility_checks(posting: Posting) -> list[Check]:
    """Return what the registers and our own rows say about the facility."""
    facility = posting.facility
    return [
        *_institution(facility),
        *_local_government(facility),
        *_same_facility(facility),
    ]


def _institution(facility: Facility) -> Iterator[Check]:
    code = facility.institution_code
    if not code:
        if facility.kind in ("hospital", "clinic"):
            yield Check(
                "医療機関コード", False, "入力がありません。新設・自由診療などの事情を確かめてください。"
            )
        return
    plausible = is_institution_code_plausible(code, facility.prefecture)
    yield Check(
        "コードの検査数字",
        plausible,
        "合っています。" if plausible else "合いません。打ち間違いを確かめてください。",
    )
    listed = Institution.objects.filter(code=code) | Institution.objects.filter(
        short_code=code[-7:], prefecture=facility.prefecture
    )
    found = listed.order_by("code").first()
    if found is None:
        yield Check("全国の一覧", False, "このコードは一覧にありません。")
    else:
        same = _folded(found.name) == _folded(facility.name)
        yield Check("全国の一覧", same, f"一覧の名称は「{found.name}」（{found.address}）です。")


def _folded(name: str) -> str:
    return search_key(name).replace(" ", "")


def _local_government(facility: Facility) -> Iterator[Check]:
    if not facility.lg_code:
        return
    try:
        clean_lg_code(facility.lg_code)
    except Mistake:
        yield Check("団体コード", False, "検査数字が合いません。打ち間違いを確かめてください。")
    else:
        here = facility.lg_code.startswith(facility.prefecture)
        yield Check("団体コード", here, "合っています。" if here else "所在地の都道府県と合いません。")


def _same_facility(facility: Facility) -> Iterator[Check]:
    others = Facility.objects.confirmed().exclude(pk=facility.pk)
    for label, field in (("同じ医療機関コード", "institution_code"), ("同じ代表電話", "phone")):
        value = getattr(facility, field)
        if value and (same := list(others.filter(**{field: value}).order_by("pk")[:3])):
            names = "、".join(other.name for other in same)
            yield Check(label, False, f"「{names}」が確認済みです。")


LEGAL_ITEMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("業務の内容", ("duties",)),
    ("業務の変更の範囲", ("duties_scope",)),
    ("契約期間", ("contract_term",)),
    ("試用期間", ("probation",)),
    ("更新の基準と上限", ("renewal", "renewal_limit")),
    ("就業の場所", ("work_prefecture", "work_city", "work_address")),
    ("就業場所の変更の範囲", ("workplace_scope",)),
    ("休憩", ("break_minutes",)),
    ("休日", ("holidays",)),
    ("所定外労働", ("overtime",)),
    ("賃金の額", ("wage_type", "wage_min")),
    ("固定残業代", ("fixed_overtime",)),
    ("加入保険", ("insurance",)),
    ("受動喫煙防止措置", ("smoking",)),
)
"""職業安定法5条の3, 同法施行規則4条の2第3項; 募集者の名称, 始業・終業 and 派遣 are computed below."""


def legal_items(posting: Posting) -> list[Check]:
    """Return each item of the law with whether the posting states it."""
    stated = [
        Check("募集者の名称", bool(posting.facility.name), ""),
        Check("始業・終業", bool(posting.work_hours or posting.hours_note or posting.spot_dates), ""),
        Check("派遣の別", True, "派遣" if posting.is_dispatch else ""),
    ]
    for label, fields in LEGAL_ITEMS:
        if label == "更新の基準と上限" and posting.contract_term == "open_ended":
            continue
        filled = all(getattr(posting, field) not in ("", None, []) for field in fields)
        stated.append(Check(label, filled, ""))
    return stated
