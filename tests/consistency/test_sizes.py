"""Sizes that keep the project readable (docs/architecture.md)."""

from pathlib import Path

from tests.consistency.sources import functions, name_of, python_files, tracked


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_python_file_is_longer_than_250_lines_and_the_settings_than_300() -> None:
    long = [
        name_of(path)
        for path in python_files(tests=True)
        if _lines(path) > (300 if path.name == "settings.py" else 250)
    ]
    assert not long


def test_most_python_files_are_short() -> None:
    sizes = sorted(_lines(path) for path in python_files())
    assert sizes[int(len(sizes) * 0.95)] <= 180
    assert sizes[len(sizes) // 2] <= 80


def test_no_function_is_longer_than_40_lines_and_no_view_than_25() -> None:
    long = [
        f"{name_of(path)}:{function.name}"
        for path in python_files()
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno >= (25 if "views" in str(path) else 40)
    ]
    assert not long


def test_templates_and_style_sheets_stay_short() -> None:
    limits = {"templates/components/": 50, "templates/": 120, "static/css/": 150}
    long = []
    for path in tracked("templates/*.html", "static/css/*.css"):
        limit = next(limit for prefix, limit in limits.items() if name_of(path).startswith(prefix))
        if _lines(path) > limit:
            long.append(name_of(path))
    assert not long
