"""One stylesheet for visitors."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

STYLES = Path("static/css")


@pytest.fixture
def collected(settings: Any, tmp_path: Path) -> Path:
    """Static files as production collects them."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "keynet.stylesheet.OneStylesheetStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    (sheet,) = (path for path in (tmp_path / "css").glob("site.*.css"))
    return sheet


def test_the_collected_sheet_holds_every_part_in_order(collected: Path) -> None:
    text = collected.read_text(encoding="utf-8")
    assert "@import" not in text
    places = [text.index(mark) for mark in (":root", ".header {", ".btn--fill", ".q {", "@media print")]
    assert places == sorted(places)


def test_the_sheet_is_small_enough_for_a_phone_in_a_train(collected: Path) -> None:
    assert len(gzip.compress(collected.read_bytes())) <= 12 * 1024


def test_every_part_is_named_once() -> None:
    named = re.findall(r'url\("([^"]+)"\)', (STYLES / "site.css").read_text(encoding="utf-8"))
    parts = {str(path.relative_to(STYLES)) for path in STYLES.rglob("*.css")} - {"site.css"}
    assert sorted(named) == sorted(parts)


def test_scripts_stay_small() -> None:
    """ui.md §7: own scripts up to 4 KB each; a page that needed all of them would still stay far below its 20 KB."""
    sizes = [len(gzip.compress(path.read_bytes())) for path in Path("static/js").glob("*.js")]
    assert max(sizes) <= 4 * 1024
    assert sum(sizes) <= 20 * 1024
