"""Which pages ask again who it is, over the whole URLconf: files with people's data, roles, emergencies, the login itself.

A page of a console whose name sounds like one of these is guarded, or stands below with the reason why it is not.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

RISKY = re.compile(
    r"csv|file|export|:data$|emergency|resets:|reissue|address|invite|renew|role|remove|factor|mfa_|codes|leave$"
)
WITHOUT = {
    "counts and postings, nobody's data": {
        "ministry:csv",
        "ministry:counts_csv",
        "prefecture_reports:postings_csv",
        "nurse_center:export",
    },
    "numbers of hires, no names": {"hires:period_csv"},
    "what was made and by whom; the file itself asks": {
        "office_exports:list",
        "office_exports:one",
        "ministry_exports:list",
        "ministry_exports:one",
    },
    "gives up power, or changes nothing yet": {"members:leave", "office_facilities:drop_address"},
    "addresses of desks and partners, not of people with powers": {
        "prefecture:stop_address",
        "nurse_center:stop_address",
        "prefecture:add_address",
        "nurse_center:add_address",
    },
    "invites to an interview, or a partner to letters": {"inbox:invite", "office_recruiters:invite"},
    "the proof itself, and what leads to it": {
        "mfa_authenticate",
        "mfa_login_webauthn",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_index",
        "accounts:address_sent",
    },
    "proved by a link that a fresh login asked for": {"accounts:new_address"},
    "the name of a facility": {"facility:profile"},
}
CONSOLES = ("facility/", "office/", "ministry/", "prefecture/", "nurse-center/", "my/", "account/")


def routes(
    patterns: list[Any], prefix: str = "", name: str = ""
) -> Iterator[tuple[str, str, Callable[..., Any]]]:
    """Return path, full name and view of every URL."""
    for entry in patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{name}{entry.namespace}:" if entry.namespace else name
            yield from routes(entry.url_patterns, path, inner)
        elif isinstance(entry, URLPattern):
            yield path, f"{name}{entry.name}", entry.callback


ROUTES = {name: view for path, name, view in routes(get_resolver().url_patterns) if path.startswith(CONSOLES)}
EXCEPTIONS = {name for names in WITHOUT.values() for name in names}


@pytest.mark.parametrize("name", sorted(name for name in ROUTES if RISKY.search(name)))
def test_a_page_that_takes_data_or_powers_asks_again_who_it_is(name: str) -> None:
    guarded = getattr(ROUTES[name], "asks_again", False)
    assert guarded is not (name in EXCEPTIONS), f"{name} is guarded: {guarded}"


def test_every_exception_is_a_page() -> None:
    assert set(ROUTES) >= EXCEPTIONS
