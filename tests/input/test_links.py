"""A mailed link opens its own page and nothing else: no flipped sign, no shorter one, no other purpose, no old one."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone

from keynet.accounts.models import MailedLink
from tests.access.oracle import routes
from tests.input.corpus import Dealer
from tests.input.scene import Scene
from tests.input.sending import Sender, undone

pytestmark = pytest.mark.django_db
GONE = {302, 400, 404, 405, 410}
GENERAL = ("alerts:manage", "alerts:stop_one", "registration:block")
"""Routes whose links open other routes, too; they are met there."""


def tokens_of(scene: Scene) -> dict[str, str]:
    """Return one token for each route that is opened by a mailed link and shows a page."""
    found = {}
    for route, names in routes().items():
        if "token" in names and route not in GENERAL:
            path = scene.paths(route)[0]
            with undone(scene.browser("")):
                shows = scene.browser("").get(path).status_code == 200
            if shows:
                found[path] = next(part for part in path.split("/") if len(part) > 25)
    return found


def test_no_other_token_opens_a_page(sender: Sender, scene: Scene) -> None:
    tokens, dealer = tokens_of(scene), Dealer()
    assert len(tokens) > 15
    for turn, (path, token) in enumerate(tokens.items()):
        for broken in _broken(token) if dealer.asked else list(_broken(token))[turn % 29 :: 29]:
            _refused(sender, scene, path.replace(token, quote(broken, safe="")), broken)
        for other in _of_other_purposes(path, tokens):
            _refused(sender, scene, path.replace(token, other), f"the token of {other[:12]}")
        for value in dealer.deal():
            _refused(sender, scene, path.replace(token, quote(value.text[:4000], safe="")), value.id)


def test_an_expired_link_and_one_that_was_used_say_so(sender: Sender, scene: Scene) -> None:
    tokens, yesterday = tokens_of(scene), timezone.now() - timedelta(days=1)
    for column in ("expires_at", "used_at"):
        MailedLink.objects.update(expires_at=None, used_at=None)
        MailedLink.objects.update(**{column: yesterday})
        for path in tokens:
            answer = sender.send(scene.browser(""), "get", path, column)
            if answer is not None and answer.status_code == 200:
                assert path.startswith(("/alerts/", "/recruiters/stop/", "/account/new/")), (
                    f"{path} opens: {column}"
                )


def _broken(token: str) -> Iterator[str]:
    """Yield the token with each sign flipped, cut at each place, in another case, and with dots and spaces."""
    for at, sign in enumerate(token):
        yield token[:at] + ("A" if sign != "A" else "B") + token[at + 1 :]
        yield token[:at]
    yield from (
        token.swapcase(),
        token.lower(),
        f"{token}.",
        f".{token}",
        f"{token}%20",
        f"{token} ",
        token * 2,
    )
    yield from (
        f"{token}\u200b",
        f"{token}=",
        token[::-1],
        token.replace("-", "_") + "-",
        "".join(chr(ord(c) + 0xFEE0) for c in token),
    )


def _of_other_purposes(path: str, tokens: dict[str, str]) -> list[str]:
    kind = path.strip("/").split("/")[0]
    return [token for other, token in tokens.items() if not other.startswith(f"/{kind}/")]


def _refused(sender: Sender, scene: Scene, path: str, what: str) -> None:
    answer = sender.send(scene.browser(""), "get", path, what)
    if answer is not None and answer.status_code not in GONE:
        sender.fault(f"{path} opens with {what}: {answer.status_code}")
