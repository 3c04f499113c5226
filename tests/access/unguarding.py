"""The product without one of its guards: a move anybody may make, a view without its decorator, a console without a gate."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from types import FunctionType
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from keynet.accounts import audience
from tests.access.moving import LIFECYCLES


def for_everybody(view: Callable[..., Any]) -> FunctionType:
    """Stand in for `for_facility`: anybody acts for the facility of the address."""

    def acting_view(request: Any, facility: Any, *args: Any, **kwargs: Any) -> Any:
        found = Facility.objects.get(public_id=facility)  # type: ignore[name-defined]  # noqa: F821
        request.acting = found
        return view(request, found, *args, **kwargs)

    return acting_view  # type: ignore[return-value]


def at_any_time(view: Callable[..., Any]) -> FunctionType:
    """Stand in for the other two: nobody is asked."""

    def through(request: Any, *args: Any, **kwargs: Any) -> Any:
        return view(request, *args, **kwargs)

    return through  # type: ignore[return-value]


WITHOUT = {
    "acting_view": for_everybody(lambda: None).__code__,
    "admins_view": at_any_time(lambda: None).__code__,
    "guarded": at_any_time(lambda: None).__code__,
}
"""The three guards around views, and code that guards nothing; it runs among the names of the guard's module."""


def guards() -> Iterator[tuple[str, str, FunctionType, Any]]:
    """Yield page, guard, the wrapper and the code without it, for every decorated view."""
    for page, view in _views(get_resolver().url_patterns, ""):
        wrapper = view
        while wrapper is not None:
            name = wrapper.__code__.co_name if isinstance(wrapper, FunctionType) else ""
            if name in WITHOUT:
                yield page, name, wrapper, WITHOUT[name]
            wrapper = getattr(wrapper, "__wrapped__", None)


def _views(patterns: list[URLPattern | URLResolver], namespace: str) -> Iterator[tuple[str, Any]]:
    for entry in patterns:
        if isinstance(entry, URLResolver):
            yield from _views(
                entry.url_patterns, f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            )
        else:
            yield f"{namespace}{entry.name}", entry.callback


def module_of(page: str) -> str:
    """Return the module of a page's view, below its decorators."""
    view = next(view for name, view in _views(get_resolver().url_patterns, "") if name == page)
    while hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    return str(view.__module__)


def moves() -> Iterator[tuple[str, Any]]:
    """Yield every move of every lifecycle."""
    for noun, table in LIFECYCLES.items():
        for move in table.moves.values():
            yield f"{noun}.{move.name}", move


@contextmanager
def anybody_may(move: Any) -> Iterator[None]:
    """Let anybody make the move."""
    may = move.may
    object.__setattr__(move, "may", lambda by, subject: True)
    try:
        yield
    finally:
        object.__setattr__(move, "may", may)


@contextmanager
def with_code(function: FunctionType, code: Any) -> Iterator[None]:
    """Let the function do something else."""
    original = function.__code__
    function.__code__ = code
    try:
        yield
    finally:
        function.__code__ = original


@contextmanager
def with_codes(changes: Iterable[tuple[FunctionType, Any]]) -> Iterator[None]:
    """Let several functions do something else."""
    with ExitStack() as stack:
        for function, code in changes:
            stack.enter_context(with_code(function, code))
        yield


@contextmanager
def without_gate(name: str) -> Iterator[None]:
    """Let everybody who is signed in into one console."""
    audiences: Any = audience.AUDIENCES
    without: Any = tuple(
        replace(one, admits=lambda user, place: True) if one.name == name else one for one in audiences
    )
    audience.AUDIENCES = without
    try:
        yield
    finally:
        audience.AUDIENCES = audiences


GATES = ("office", "ministry", "prefecture", "nurse_center")
