"""Rules that hold in every test, whatever it is about."""

import socket

import pytest


def forbid_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail on any connection that leaves this machine."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "localhost", "::1"}:
            raise AssertionError(f"A test tried to reach {address[0]}")
        real(self, address)  # type: ignore[arg-type]  # the address is whatever the socket's family takes

    monkeypatch.setattr(socket.socket, "connect", connect)


def check_letters() -> None:
    """Fail when a letter has not exactly one recipient or its kind is not registered (and so has no preview)."""
    from django.db import connection

    from keynet.outbox.letters import LETTER_KINDS
    from keynet.outbox.models import Letter

    if connection.connection is None or connection.needs_rollback:
        return
    for letter in Letter.objects.all():
        assert letter.recipient.count("@") == 1, letter.recipient
        assert "," not in letter.recipient
        assert letter.kind in LETTER_KINDS, f"letter kind {letter.kind} is not registered"
