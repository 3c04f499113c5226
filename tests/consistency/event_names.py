"""The names of all events that the product can record, as its source says them."""

import ast

from keynet.lifecycle_drawing import TABLES
from tests.consistency.sources import python_files, tree

COMPUTED = {"application.erasure_asked", "inquiry.erasure_asked"}
"""Of one f-string, in its two forms."""


def event_names() -> set[str]:
    """Return the events of every move, and of every `record(…)`."""
    names = COMPUTED | {move.event for lifecycle, _ in TABLES.values() for move in lifecycle.moves.values()}
    for path in python_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record" and node.args:
                found = [one for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant)]
                names |= {str(one.value) for one in found if "." in str(one.value)[1:]}
    return names
