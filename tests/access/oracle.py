"""The oracle as Python: one Rule for each line of matrix.txt, and every route of the URLconf."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

OBJECTS = {
    *("number", "application", "inquiry", "batch", "template", "pk"),
    *("public_id", "export", "emergency", "place"),
}
"""Names of parameters that are the id of a row."""


@dataclass(frozen=True)
class Rule:
    """What one URL promises."""

    name: str
    methods: frozenset[str]
    who: str
    marks: frozenset[str] = frozenset()

    @property
    def takes_an_object(self) -> bool:
        """Return whether its address holds the id of a row."""
        return bool(OBJECTS & set(routes()[self.name]))


def rules() -> list[Rule]:
    """Return the promises of matrix.txt."""
    lines = (Path(__file__).parent / "matrix.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return [
        Rule(name, frozenset(methods.split(",")), who, frozenset(",".join(marks).split(",")))
        for name, methods, who, *marks in rows
    ]


@cache
def routes() -> dict[str, list[str]]:
    """Return every named route of the URLconf with the names of its parameters."""
    return dict(_walk(get_resolver().url_patterns, "", []))


def _walk(
    patterns: list[URLPattern | URLResolver], namespace: str, outer: list[str]
) -> Iterator[tuple[str, list[str]]]:
    for entry in patterns:
        parameters = [*outer, *entry.pattern.regex.groupindex]
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry.url_patterns, inner, parameters)
        else:
            yield f"{namespace}{entry.name}", parameters
