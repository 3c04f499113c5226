"""The menus: which pages are offered where, and which of them one is on."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from keynet.templatetags.drawing import draw

register = template.Library()

# label, name of the address
PUBLIC_MENU = (
    ("求人をさがす", "postings:search"),
    ("都道府県から", "postings:areas"),
    ("ナースセンター", "nursecenter:directory"),
    ("はじめての方へ", "page:guide"),
    ("募集する方へ", "registration:start"),
)
FOOTER = (
    (
        "お仕事をさがす方",
        (
            ("求人をさがす", "postings:search"),
            ("都道府県から", "postings:areas"),
            ("ナースセンター一覧", "nursecenter:directory"),
            ("ドクターバンクについて", "page:doctor_bank"),
            ("はじめての方へ", "page:guide"),
        ),
    ),
    (
        "募集する方",
        (
            ("募集のしかた", "page:guide_facilities"),
            ("募集の申請を始める", "registration:start"),
            ("募集する方のログイン", "account_login"),
        ),
    ),
    (
        "このサイトについて",
        (
            ("よくある質問", "page:faq"),
            ("このサイトについて", "page:about"),
            ("公開データ（CSV）", "postings:csv"),
            ("ウェブアクセシビリティ", "page:accessibility"),
            ("個人情報の取り扱い", "page:privacy"),
            ("利用規約", "page:terms"),
        ),
    ),
)
LINK = '<li><a href="{}"{}>{}</a></li>'
CURRENT = ' aria-current="{}"'
COLUMN = "<div><h2>{}</h2><ul>{}</ul></div>\n"


@dataclass(frozen=True)
class Item:
    """One line of a menu; `current` is the value of aria-current, empty when one is elsewhere."""

    label: str
    url: str
    current: str = ""


def _items(lines: Iterable[tuple[str, str]], path: str = "") -> list[Item]:
    """Return the lines that lead somewhere: a menu on an error page must never be an error itself."""
    return [_item(*line, path) for line in lines if _address(line[1])]


@cache
def _address(name: str) -> str:
    """Return the address of a name, "" when it has none; looked up once, for every page has thirty."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _item(label: str, name: str, path: str = "") -> Item:
    url = _address(name)
    if path == url:
        return Item(label, url, "page")
    is_section = not name.startswith("page:") and path.startswith(url)
    return Item(label, url, "true" if is_section else "")


def _links(items: Iterable[Item]) -> SafeString:
    """Draw the lines of a list; as template nodes the menus and the footer are a third of every page's time."""
    return draw(LINK, ((item.url, draw(CURRENT, _current(item)), item.label) for item in items))


def _current(item: Item) -> list[tuple[str]]:
    return [(item.current,)] if item.current else []


def _path(context: Context) -> str:
    request: HttpRequest | None = context.get("request")
    return request.path if request else ""


@register.inclusion_tag("components/menu.html", takes_context=True)
def main_menu(context: Context, user: object = None) -> dict[str, object]:
    """Show the public menu; `user` only where looking at the person may ask the database (not on error pages)."""
    path = _path(context)
    logged_in = bool(getattr(user, "is_authenticated", False))
    personal = [] if user is None else [_item("保存した求人", "postings:saved", path), _personal(logged_in)]
    return {
        "items": _links(_items(PUBLIC_MENU, path)),
        "personal": _links(personal),
        "logged_in": logged_in,
        "csrf_token": context.get("csrf_token"),
    }


def _personal(logged_in: bool) -> Item:
    return _item("自分の画面を開く", "accounts:home") if logged_in else _item("ログイン", "account_login")


@register.inclusion_tag("components/menu.html", takes_context=True)
def console_navigation(context: Context) -> dict[str, object]:
    """Show the menu of the organisation one acts for, from the view's `console_menu`."""
    lines = context.get("console_menu") or ()
    elsewhere = context.get("elsewhere") or ()
    return {
        "items": _links(Item(line.label, line.url, "page" if line.current else "") for line in lines),
        "personal": _links(
            [
                *(Item(f"{place.label}に切り替える", place.url) for place in elsewhere),
                _item("所属の一覧", "accounts:home"),
                _item("ログインの設定", "mfa_index"),
            ]
        ),
        "logged_in": True,
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag
@cache
def footer_columns() -> SafeString:
    """Return the columns of the footer, the same on every page and therefore drawn once."""
    return draw(COLUMN, ((heading, _links(_items(lines))) for heading, lines in FOOTER))
