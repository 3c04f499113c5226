"""The shapes that words come in: a labelled line, a step, a section."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

BRACKETS = str.maketrans("()", "（）")


@dataclass(frozen=True, slots=True)
class Line:
    """One term: its label, what is said, and what is added in small print. An empty text is a gap."""

    label: str
    text: str = ""
    notes: tuple[str, ...] = ()
    # A line that says nothing shows 「未入力」 only when the law or the form asks for it.
    needed: bool = True
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the terms: prose, then lines, then numbered steps; any of them may be empty."""

    slug: str
    heading: str
    prose: str | None = None  # None: this section has no prose; "": its prose has not been written yet
    lines: tuple[Line, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()

    def shown(self, gaps: bool) -> list[Line]:
        """Return the lines to print: with `gaps` also the needed ones that say nothing yet."""
        return [line for line in self.lines if line.text or (gaps and line.needed)]


def said(*notes: str) -> tuple[str, ...]:
    """Return only the notes that say something."""
    return tuple(note for note in notes if note)


def sentence(parts: Iterable[str], mark: str = "。") -> str:
    """Join the parts that say something."""
    return mark.join(part for part in parts if part)


def label_of(choices: Mapping[Any, str], value: str) -> str:
    """Return our words for a stored choice; an unknown or empty one says nothing."""
    return choices.get(value, "")


def wide(text: str) -> str:
    """Return a label of the vocabulary with the brackets that Japanese sentences have."""
    return text.translate(BRACKETS)
