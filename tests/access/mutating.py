"""Code without one of its scopes: every place where the product asks whose a row is, and the same code not asking.

A mutant is made in the running process: the function keeps its identity, its code is compiled anew among the names of its
module. So a decorator, a lifecycle or a URL that holds the function meets the mutated code.
"""

import ast
import copy
import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

ROOT = Path(__file__).parents[2]
SCOPES = {"visible_to", "overseen_by", "administered_by", "open_to"}
"""Words for "the rows of this person"."""
WHOSE = {"facility", "prefecture", "user", "reader", "appointment"}
"""Names that hold who asks, or in whose name."""
HELD = {"postings", "memberships", "invitations", "address_changes", "branches"}
"""What is reached through its owner: `facility.postings`."""
PREDICATES = (
    *("applications/permissions.py", "facilities/permissions.py", "postings/permissions.py"),
    "postings/alerts/lifecycle.py",
)
ROWS = (
    *("applications/models/application.py", "applications/models/inquiry.py", "applications/models/hire.py"),
    *("applications/models/emergency.py", "applications/reports/models/export.py"),
    *(
        "facilities/models/facility.py",
        "facilities/models/registration.py",
        "facilities/models/membership.py",
    ),
    "keynet/accounts/models/appointment.py",
    *("postings/models/complaint.py", "postings/models/queryset.py"),
)


@dataclass(frozen=True)
class Mutant:
    """One function of the product with other code, and what was taken away."""

    module: str
    function: str
    what: str
    original: FunctionType
    code: CodeType

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"

    @property
    def place(self) -> str:
        """Return the name of the function in the product."""
        return f"{self.module}.{self.function}"


@dataclass(frozen=True)
class Function:
    """One function of the product: as it is written, and as it runs."""

    node: ast.FunctionDef
    original: FunctionType
    module: Any
    is_a_rule: bool

    def mutant(self, what: str, changed: ast.FunctionDef) -> Iterator[Mutant]:
        """Yield it with the changed code, where that compiles to a function of the same shape."""
        code = _compiled(changed, self.original, self.module)
        if code is not None:
            yield Mutant(self.module.__name__, self.node.name, what, self.original, code)


def mutants(paths: Iterable[Path]) -> Iterator[Mutant]:
    """Yield every mutant of the files."""
    for one in functions(paths):
        for what, changed in _changes(one.node, is_a_rule=one.is_a_rule):
            yield from one.mutant(what, changed)


def functions(paths: Iterable[Path]) -> Iterator[Function]:
    """Yield every function of the files."""
    for path in paths:
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        is_a_rule = str(path.relative_to(ROOT)) in PREDICATES + ROWS
        for owner, node in _nodes(ast.parse(path.read_text(encoding="utf-8"))):
            original = _original(getattr(module, owner) if owner else module, node.name)
            if original is not None:
                yield Function(node, original, module, is_a_rule)


def view_files() -> list[Path]:
    """Return every module of views, and of what they ask for rows."""
    found = [path for path in ROOT.glob("*/**/*.py") if "views" in path.parts or path.name in ROW_FINDERS]
    return sorted(
        path for path in found if path.relative_to(ROOT).parts[0] not in ("tests", ".venv", "bench")
    )


ROW_FINDERS = ("prefecture.py", "nurse_postings.py")


def _nodes(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield "", node
        elif isinstance(node, ast.ClassDef):
            yield from ((node.name, one) for one in node.body if isinstance(one, ast.FunctionDef))


def _original(owner: Any, name: str) -> FunctionType | None:
    found = inspect.getattr_static(owner, name, None)
    found = found.fget if isinstance(found, property) else inspect.unwrap(found) if callable(found) else found
    return found if isinstance(found, FunctionType) and found.__code__.co_name == name else None


def _compiled(node: ast.FunctionDef, original: FunctionType, module: Any) -> CodeType | None:
    alone = copy.deepcopy(node)
    alone.decorator_list, alone.returns = [], None
    for argument in ast.walk(alone):
        if isinstance(argument, ast.arg):
            argument.annotation = None
    names = dict(vars(module))
    exec(compile(ast.fix_missing_locations(ast.Module([alone], [])), module.__file__, "exec"), names)
    code: CodeType = names[node.name].__code__
    return code if code.co_freevars == original.__code__.co_freevars else None


def _changes(node: ast.FunctionDef, *, is_a_rule: bool) -> Iterator[tuple[str, ast.FunctionDef]]:
    if is_a_rule and [one.arg for one in node.args.args][:1] == ["by"]:
        yes = copy.deepcopy(node)
        yes.body = [ast.Return(ast.Constant(value=True))]
        yield "always", yes
    changes: list[Change] = [_without_scope, _without_keyword, _without_owner]
    for number in _places(node):
        for change in [*changes, _without_condition] if is_a_rule else changes:
            changed = copy.deepcopy(node)
            what = change(changed, number)
            if what:
                yield what, changed


def _places(node: ast.FunctionDef) -> Iterator[int]:
    """Yield where something may be taken away; the copies for all other places would take a minute."""
    sides = {id(side) for one in ast.walk(node) if isinstance(one, ast.BoolOp) for side in one.values}
    for number, one in enumerate(ast.walk(node)):
        name = one.attr if isinstance(one, ast.Attribute) else ""
        calls = isinstance(one, ast.Call) and ast.unparse(one.func).split(".")[-1] in SCOPES | {"serves"}
        if calls or isinstance(one, ast.keyword) or name in HELD or id(one) in sides:
            yield number


Change = Callable[[ast.FunctionDef, int], str]


def _at(node: ast.FunctionDef, number: int) -> ast.AST:
    return list(ast.walk(node))[number]


def _without_scope(node: ast.FunctionDef, number: int) -> str:
    """`rows.visible_to(user)` becomes `rows.all()`."""
    call = _at(node, number)
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in SCOPES:
        what = f"without {call.func.attr}"
        call.func.attr, call.args, call.keywords = "all", [], []
        return what
    return ""


def _without_keyword(node: ast.FunctionDef, number: int) -> str:
    """`filter(facility=facility, ...)` and `Q(...)` lose the keyword; so do those about who has left."""
    keyword = _at(node, number)
    if not isinstance(keyword, ast.keyword) or not keyword.arg or not _is_whose(keyword):
        return ""
    call = next(
        one for one in ast.walk(node) if isinstance(one, ast.Call) and any(k is keyword for k in one.keywords)
    )
    if ast.unparse(call.func).split(".")[-1] not in ("filter", "Q", "get_object_or_404", "get", "exclude"):
        return ""
    call.keywords = [one for one in call.keywords if one is not keyword]
    return f"without {keyword.arg}"


def _is_whose(keyword: ast.keyword) -> bool:
    if (keyword.arg or "").endswith(("left_at", "ended_at")):
        return True
    names = {one.id for one in ast.walk(keyword.value) if isinstance(one, ast.Name)}
    return bool(names & (WHOSE | {"person", "_body", "body", "bodies"}))


def _without_owner(node: ast.FunctionDef, number: int) -> str:
    """`facility.postings` becomes the postings of everybody."""
    held = _at(node, number)
    if not isinstance(held, ast.Attribute) or held.attr not in HELD or not isinstance(held.ctx, ast.Load):
        return ""
    owner = ast.unparse(held.value)
    if "facility" not in owner and "_visible" not in owner:
        return ""
    what = f"everybody's `{ast.unparse(held)}`"
    held.value = ast.Attribute(
        copy.deepcopy(ast.Attribute(held.value, held.attr, ast.Load())), "model", ast.Load()
    )
    held.attr = "_default_manager"
    return what


def _without_condition(node: ast.FunctionDef, number: int) -> str:
    """One side of an `and` is always true; a scope's question for the office is always yes."""
    found = _at(node, number)
    for one in ast.walk(node):
        if isinstance(one, ast.BoolOp) and isinstance(one.op, ast.And) and found in one.values:
            if ast.unparse(found).startswith("isinstance("):
                return ""  # without it the code would break, not open
            what = f"without `{ast.unparse(found)}`"
            one.values = [ast.Constant(value=True) if value is found else value for value in one.values]
            return what
    if isinstance(found, ast.Call) and ast.unparse(found.func) == "user.serves":
        what = f"everybody is of the {ast.unparse(found.args[0])}"
        found.func, found.args, found.keywords = ast.Name("bool", ast.Load()), [ast.Constant(value=1)], []
        return what
    return ""
