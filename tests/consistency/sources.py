"""The project's own files, as the tests about the code base read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("keynet", "facilities", "postings", "applications", "nursecenter")


@cache
def tracked(*patterns: str) -> tuple[Path, ...]:
    """Files of the project that match, whether already committed or not; never ignored ones."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\n")
    return tuple(ROOT / name for name in names if name and (ROOT / name).exists())


def python_files(*, tests: bool = False) -> list[Path]:
    """Python files of the apps (and of the tests), migrations left out."""
    tops = (*APPS, "tests") if tests else APPS
    return [
        path
        for path in tracked("*.py")
        if path.relative_to(ROOT).parts[0] in tops and "migrations" not in path.parts
    ]


@cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    """Every function of a file, also methods."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))


def name_of(path: Path) -> str:
    """The path as people write it."""
    return str(path.relative_to(ROOT))
