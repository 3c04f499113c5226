"""Typed readers of environment variables; only `keynet/settings.py` calls them."""

import os
from typing import Any
from urllib.parse import urlsplit

from psycopg.conninfo import conninfo_to_dict


class MissingSetting(SystemExit):
    """A required variable is absent: the process stops with one sentence."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The environment variable {name} is not set; see .env.example.")


def text(name: str, default: str | None = None) -> str:
    """Return the variable, or the default when it is unset or empty; no default means required."""
    value = os.environ.get(name) or default
    if value is None:
        raise MissingSetting(name)
    return value


def flag(name: str, default: bool = False) -> bool:
    """Return whether the variable is 1, true, yes or on."""
    return text(name, str(default)).lower() in {"1", "true", "yes", "on"}


def number(name: str, default: int) -> int:
    """Return the variable as a whole number."""
    return int(text(name, str(default)))


def words(name: str, default: str = "") -> list[str]:
    """Return the comma-separated variable as a list without blanks."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def database(name: str) -> dict[str, Any]:
    """Return Django's NAME, USER, PASSWORD, HOST, PORT from a libpq URL (also with a socket directory)."""
    parts = conninfo_to_dict(text(name))
    return {
        "NAME": parts.get("dbname", ""),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": parts.get("port", ""),
    }


def celery_broker(url: str) -> str:
    """Return a redis URL in the spelling of Celery's transport (a socket needs redis+socket and virtual_host)."""
    if not url.startswith("unix://"):
        return url
    parts = urlsplit(url)
    return f"redis+socket://{parts.path}?{parts.query.replace('db=', 'virtual_host=')}"


def smtp(name: str) -> dict[str, Any]:
    """Return host, port, user, password and whether TLS is used, from smtp://, smtp+tls:// or smtps://."""
    parts = urlsplit(text(name, "smtp://127.0.0.1:1025"))
    return {
        "host": parts.hostname or "127.0.0.1",
        "port": parts.port or 25,
        "user": parts.username or "",
        "password": parts.password or "",
        "starttls": parts.scheme == "smtp+tls",
        "ssl": parts.scheme == "smtps",
    }
