"""Whose address counts for the limits: only proxies that we run are believed (settings, TRUSTED_PROXIES)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def tries(client: Client, times: int, forwarded: str) -> list[bool]:
    """Log in with wrong passwords and return whether each try was stopped."""
    stopped = []
    for number in range(times):
        typed = {"login": f"nobody{number}@seeker.example", "password": "not-this-one"}
        page = client.post(
            reverse("account_login"),
            typed,
            HTTP_X_FORWARDED_FOR=forwarded.format(number),
            REMOTE_ADDR="203.0.113.9",
        )
        stopped.append(page.status_code == 429 or "いったん止めています" in page.content.decode())
    return stopped


def test_a_written_header_does_not_reset_a_limit(client: Client) -> None:
    assert tries(client, 13, "10.0.0.{}").count(True) >= 3


def test_behind_our_proxy_the_visitors_are_told_apart(client: Client, settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert not any(tries(client, 13, "10.0.0.{}"))


def test_what_a_visitor_writes_before_our_proxys_word_is_not_believed(client: Client, settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert tries(client, 13, "10.0.0.{}, 198.51.100.7").count(True) >= 3
