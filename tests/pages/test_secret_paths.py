"""Secret links leave nothing behind: no line of the log holds one, and no cache keeps their pages."""

import logging.config
import sys

import pytest
from django.conf import settings
from django.test import Client

SECRETS = [
    "/registration/s3cret/",
    "/registration/s3cret/facility/",
    "/applications/s3cret/",
    "/inquiries/s3cret/",
    "/recruiters/opt-in/s3cret/",
    "/recruiters/stop/s3cret/",
    "/alerts/s3cret/",
    "/alerts/s3cret/start/",
    "/account/first/s3cret/",
    "/account/password/reset/key/1-s3cret/",
]


@pytest.mark.django_db
@pytest.mark.parametrize("path", SECRETS)
def test_no_log_line_holds_a_secret_link(
    path: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", sys.__stderr__)
    logging.config.dictConfig(settings.LOGGING)
    logging.getLogger("django.request").warning("Gone: %s", path)
    Client().get(path)
    Client(enforce_csrf_checks=True).post(path)
    written = capfd.readouterr().err
    assert "s3cret" not in written
    assert f"Gone: {path.partition('s3cret')[0].removesuffix('1-')}…" in written


@pytest.mark.django_db
@pytest.mark.parametrize("path", SECRETS)
def test_no_cache_keeps_the_page_of_a_secret_link(path: str) -> None:
    answer = Client().get(path)
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Referrer-Policy"] == "same-origin"
