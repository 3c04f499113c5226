"""Colours that stand on each other can be told apart (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

TOKENS = dict(
    re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", Path("static/css/tokens.css").read_text(encoding="utf-8"))
)

WORDS = [
    ("gray-800", "white"),
    ("gray-700", "white"),
    ("gray-700", "gray-50"),
    ("gray-700", "blue-50"),
    ("blue-1000", "white"),
    ("blue-1000", "blue-50"),
    ("blue-1000", "yellow-300"),
    ("magenta-900", "white"),
    ("magenta-900", "blue-50"),
    ("white", "blue-900"),
    ("white", "red-900"),
    ("white", "gray-800"),
    ("red-900", "white"),
    ("red-900", "gray-50"),
    ("red-1000", "red-50"),
    ("green-900", "green-50"),
    ("yellow-1100", "yellow-50"),
    ("orange-1000", "white"),
    ("black", "yellow-300"),
]
FRAMES = [
    ("gray-420", "white"),
    ("gray-600", "white"),
    ("blue-900", "blue-50"),
    ("red-900", "white"),
    ("green-800", "white"),
    ("yellow-900", "white"),
    ("orange-600", "white"),
    ("orange-800", "white"),
]


def luminance(name: str) -> float:
    digits = TOKENS[name].removeprefix("#")
    full = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(full[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("ink", "paper"), WORDS)
def test_words_stand_out_from_their_ground(ink: str, paper: str) -> None:
    assert contrast(ink, paper) >= 4.5


@pytest.mark.parametrize(("line", "paper"), FRAMES)
def test_frames_and_marks_stand_out_from_their_ground(line: str, paper: str) -> None:
    assert contrast(line, paper) >= 3
