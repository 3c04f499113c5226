"""Letters to send and servers to send them to."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from keynet.outbox.letters import LETTER_KINDS, LetterKind
from keynet.outbox.models import Letter

Make = Callable[..., Letter]


@pytest.fixture
def kinds() -> Iterator[dict[str, LetterKind]]:
    """Three kinds that only these tests know: an alert, a result, one with a secret link."""
    made = {
        "alert": LetterKind("test.alert", "お知らせ", "誰か", dict),
        "result": LetterKind("test.result", "結果", "応募者", dict, resend_when_unknown=False),
        "secret": LetterKind("test.secret", "リンク", "本人", dict, secret=True),
    }
    yield made
    for kind in made.values():
        Letter.objects.filter(kind=kind.name).update(kind="account.mail")
        del LETTER_KINDS[kind.name]


@pytest.fixture
def make_letter(db: None, kinds: dict[str, LetterKind]) -> Make:
    """Return a maker of waiting letters."""
    numbers = count(1)

    def make(kind: str = "alert", **fields: Any) -> Letter:
        number = next(numbers)
        facts = {
            "kind": kinds[kind].name,
            "subject": f"posting:{number}",
            "recipient": f"someone{number}@example.jp",
            "heading": "【Key-Net】お知らせ",
            "body": "本文です。\n\nhttps://key-net.example/\n",
        }
        return Letter.objects.create(**{**facts, **fields})

    return make


@pytest.fixture
def patience(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Short waits, so that a silent server costs the tests little."""
    settings.EMAIL_TIMEOUT = 0.3
    monkeypatch.setattr("keynet.outbox.smtp.PATIENCE", 0.8)
