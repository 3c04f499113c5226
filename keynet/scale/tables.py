"""Tables in the state of bulk loading: indexes are made once at the end, instead of with every row."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, models


@contextmanager
def without_indexes(*loaded: type[models.Model]) -> Iterator[None]:
    """Take the declared indexes away and bring them back, also after a failure; constraints stay."""
    pairs = [(model, index) for model in loaded for index in model._meta.indexes]
    with connection.schema_editor() as editor:
        for model, index in pairs:
            editor.remove_index(model, index)
    try:
        yield
    finally:
        with connection.schema_editor() as editor:
            for model, index in pairs:
                editor.add_index(model, index)


@contextmanager
def without_triggers(model: type[models.Model]) -> Iterator[None]:
    """Switch off what follows each row; the caller makes it anew at the end."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def settle(*loaded: type[models.Model]) -> None:
    """Let PostgreSQL look at what it has now: the planner knows the new numbers, index-only scans have their map."""
    is_alone = not connection.in_atomic_block  # VACUUM cannot run inside a transaction
    with connection.cursor() as cursor:
        for model in loaded:
            cursor.execute(f"{'VACUUM ANALYZE' if is_alone else 'ANALYZE'} {model._meta.db_table}")
