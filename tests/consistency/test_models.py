"""Dependencies that imports do not show: foreign keys by string, reverse accessors, writers of a status."""

import ast

from django.apps import apps
from django.db import models

from tests.consistency.sources import APPS, name_of, python_files, tree

LAYERS = [
    *(
        "outbox",
        "accounts",
        "privacy",
        "facilities",
        "postings",
        "alerts",
        "applications",
        "reports",
        "nursecenter",
    )
]
FOLDERS = {
    "outbox": "keynet/outbox/",
    "accounts": "keynet/accounts/",
    "privacy": "keynet/privacy/",
    "facilities": "facilities/",
    "postings": "postings/",
    "alerts": "postings/alerts/",
    "applications": "applications/",
    "reports": "applications/reports/",
}


def _own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.split(".")[0] in APPS]


def _foreign_keys() -> list[models.ForeignKey]:
    return [
        field
        for model in _own_models()
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey) and field.related_model._meta.app_label in LAYERS
    ]


def test_foreign_keys_point_down() -> None:
    up = [
        str(key)
        for key in _foreign_keys()
        if LAYERS.index(key.related_model._meta.app_label) > LAYERS.index(key.model._meta.app_label)
    ]
    assert not up


def test_nobody_reaches_up_through_a_reverse_accessor() -> None:
    reaching = []
    for key in _foreign_keys():
        below, above = key.related_model._meta.app_label, key.model._meta.app_label
        accessor = key.remote_field.get_accessor_name()
        if below == above or not accessor:
            continue
        folder = FOLDERS[below]
        higher = [FOLDERS[layer] for layer in LAYERS[LAYERS.index(below) + 1 :] if layer in FOLDERS]
        for path in python_files():
            name = name_of(path)
            if not name.startswith(folder) or any(
                name.startswith(h) and h.startswith(folder) for h in higher
            ):
                continue
            for node in ast.walk(tree(path)):
                attribute = isinstance(node, ast.Attribute) and node.attr == accessor
                lookup = isinstance(node, ast.keyword) and (node.arg or "").split("__")[0] == accessor
                if attribute or lookup:
                    reaching.append(f"{name} {accessor}")
    assert not reaching


def test_only_the_lifecycle_writes_a_status() -> None:
    """The outbox is the one exception: a letter's state is its own small way, walked by the postman alone."""
    writers = []
    for path in python_files():
        if name_of(path).startswith(("keynet/lifecycle.py", "keynet/outbox/")):
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if any(isinstance(target, ast.Attribute) and target.attr == "status" for target in targets):
                    writers.append(f"{name_of(path)}:{node.lineno}")
            if isinstance(node, ast.Call) and _updates_a_status(node):
                writers.append(f"{name_of(path)}:{node.lineno}")
    assert not writers


def _updates_a_status(call: ast.Call) -> bool:
    is_update = getattr(call.func, "attr", "") in {"update", "bulk_update"}
    return is_update and any(keyword.arg == "status" for keyword in call.keywords)


def test_every_constraint_speaks_japanese() -> None:
    default = models.CheckConstraint(condition=models.Q(), name="x").get_violation_error_message()
    silent = [
        constraint.name
        for model in _own_models()
        for constraint in model._meta.constraints
        if str(constraint.get_violation_error_message()) == str(default)
        or not any(ord(sign) > 0x3000 for sign in str(constraint.get_violation_error_message()))
    ]
    assert not silent
