"""The menus of the consoles, one place for all audiences."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from facilities.models import Facility
from keynet.accounts.audience import audience_of, person
from keynet.accounts.consoles import Console, consoles_of
from keynet.vocabulary.prefectures import PREFECTURES

MENUS: dict[str, list[tuple[str, str]]] = {
    "facility": [
        ("ホーム", "facility:home"),
        ("募集", "facility:postings"),
        ("応募者", "inbox:applications"),
        ("問い合わせ", "inbox:inquiries"),
        ("採用と研修", "hires:list"),
        ("閲覧の記録", "readings:list"),
        ("施設の情報", "facility:profile"),
        ("施設の職員", "members:list"),
    ],
    "office": [
        ("確認待ち", "office:queue"),
        ("募集の一覧", "office:postings"),
        ("違いの報告", "office:complaints"),
        ("施設と職員", "office_facilities:list"),
        ("紹介事業者", "office_recruiters:list"),
        ("条件お知らせ", "office_conditions:counts"),
        ("基準の表", "reference:tables"),
        ("書き出し", "office_exports:list"),
        ("個人情報", "office_privacy:state"),
        ("送信した手紙", "office_letters:list"),
        ("二段階の確認", "office_resets:new"),
    ],
    "ministry": [
        ("募集の一覧", "ministry:postings"),
        ("違いの報告", "ministry:complaints"),
        ("施設と職員", "ministry_facilities:list"),
        ("件数", "ministry:counts"),
        ("研修と採用", "reports:training"),
        ("受付状況", "reports:checks"),
        ("条件お知らせ", "ministry_conditions:counts"),
        ("書き出し", "ministry_exports:list"),
        ("個人情報", "ministry_privacy:state"),
        ("送信した手紙", "ministry_letters:list"),
        ("二段階の確認", "ministry_resets:new"),
    ],
    "prefecture": [
        ("募集の一覧", "prefecture:postings"),
        ("研修と採用", "prefecture_reports:training"),
        ("受付窓口", "prefecture:desk"),
    ],
    "nurse_center": [("看護職の募集", "nurse_center:postings"), ("連絡先", "nurse_center:contact")],
}
FOR_ADMINS = frozenset({"readings:list"})
"""What only the facility's admins may open: a menu promises nothing that answers 403."""

NAMES = {
    "office": "運営事務局",
    "ministry": "厚生労働省",
    "prefecture": "{}",
    "nurse_center": "{}ナースセンター",
}


@dataclass(frozen=True)
class MenuItem:
    """One entry of the console's menu."""

    label: str
    url: str
    current: bool


def console(request: HttpRequest) -> dict[str, Any]:
    """Give console pages the acting organisation's name and its menu (a context processor)."""
    audience = audience_of(request.path_info)
    if audience is None or audience.name not in MENUS or request.resolver_match is None:
        return {}
    place = {k: v for k, v in request.resolver_match.kwargs.items() if k in ("facility", "prefecture")}
    hidden = frozenset() if _is_admin(request) else FOR_ADMINS
    lines = [
        (label, reverse(name, kwargs=place)) for label, name in MENUS[audience.name] if name not in hidden
    ]
    return {
        "acting": _name(request, audience.name, place),
        "console_menu": [
            MenuItem(label, url, _is_current(request.path, url, [other for _, other in lines]))
            for label, url in lines
        ],
        "elsewhere": SimpleLazyObject(lambda: _elsewhere(request)),
    }


def _is_admin(request: HttpRequest) -> bool:
    """Return whether the person administers the facility of the page; nobody does on pages without one."""
    facility = getattr(request, "acting", None)
    return isinstance(facility, Facility) and facility.is_administered_by(person(request))


def _elsewhere(request: HttpRequest) -> list[Console]:
    """Return where else the person may act; asked only by pages that print it."""
    return [place for place in consoles_of(person(request)) if not request.path.startswith(place.url)]


def _name(request: HttpRequest, audience: str, place: dict[str, Any]) -> str:
    if audience == "facility":
        return str(getattr(request, "acting", ""))
    prefecture = PREFECTURES.get(place.get("prefecture", ""))
    return NAMES[audience].format(prefecture.name if prefecture else "")


def _is_current(path: str, url: str, others: list[str]) -> bool:
    """Return whether one is on this page or below it; a page above other entries counts only itself."""
    is_above = any(other != url and other.startswith(url) for other in others)
    return path == url or (path.startswith(url) and not is_above)
