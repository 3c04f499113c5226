"""Ask for one cell of the oracle, and say whether the product kept its promise."""

import re
from copy import deepcopy
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.access.cells import AGAIN, BUTTON, COLLEAGUE, IN, KEPT_AS_IT_IS, LOGIN, NOTHING, SECOND_STEP, Cell
from tests.access.oracle import OBJECTS, routes
from tests.access.related import Related

ONCE = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"')
NOWHERE = "/nowhere/"
STATUS = {NOTHING: 404, BUTTON: 405, COLLEAGUE: 403}
DENIALS = frozenset({NOTHING, LOGIN, BUTTON, AGAIN, SECOND_STEP, COLLEAGUE})
DENIED = frozenset({401, 403, 404, 405, 410})


def wrong(related: Related, cell: Cell) -> str:
    """Return what is wrong with the answer to one cell, or nothing."""
    address = related.address(cell.page, cell.who, cell.relation, cell.house)
    if address is None:
        assert cell.promise in DENIALS, f"{cell}: there is no such object"
        return ""
    client = related.client(cell.who)
    answer = ask(client, cell.method, address)
    if _is_kept(cell, answer):
        is_the_same = (
            cell.promise != NOTHING or cell.method != "GET" or bare(answer) == _nothing(related, cell)
        )
        return "" if is_the_same else f"{cell}: another 404 than for nothing"
    return f"{cell.who} {cell.method} {cell.page} {cell.relation}@{cell.house}: {answer.status_code}, not {cell.promise}"


def ask(client: Client, method: str, address: str) -> Any:
    """Return the answer; what a button changed is taken back."""
    client.cookies.pop("messages", None)  # what a redirect before left to be told on the next page
    if method != "POST":
        return client.generic(method, address)
    signed_in = deepcopy(client.cookies)
    with transaction.atomic():
        answer = client.post(address, {"answer": "invite"})
        transaction.set_rollback(True)
    client.cookies = signed_in  # also where the button ended the session
    return answer


def bare(answer: Any) -> bytes:
    """Return the page without what is new on every visit."""
    return ONCE.sub(b"", answer.content)


def _nothing(related: Related, cell: Cell) -> bytes:
    """Return what the person gets for an id that never was; asked once a page."""
    key = (cell.page, cell.who, cell.house)
    if key not in related.nothings:
        is_of_an_object = OBJECTS & set(routes()[cell.page])
        address = related.nowhere(cell.page, cell.who, cell.house) if is_of_an_object else None
        related.nothings[key] = bare(ask(related.client(cell.who), "GET", address or NOWHERE))
    return related.nothings[key]


def _is_kept(cell: Cell, answer: Any) -> bool:
    status, to = answer.status_code, answer.headers.get("Location", "")
    if cell.promise in (IN, KEPT_AS_IT_IS):
        denied = DENIED - {403} if cell.promise == KEPT_AS_IT_IS else DENIED
        return status < 500 and status not in denied
    if cell.promise == LOGIN:
        return status == 302 and to.startswith("/account/login/")
    if cell.promise == AGAIN:
        return status == 302 and to.startswith(reverse("account_reauthenticate"))
    if cell.promise == SECOND_STEP:
        return status == 302 and to.startswith(reverse("accounts:protect"))
    return bool(status == STATUS.get(cell.promise) or str(status) == cell.promise)
