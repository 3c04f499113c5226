"""What the site stands on: PostgreSQL, Valkey and the mail sink, unless a variable names another one."""

import os
from collections.abc import Mapping

from keynet.local.mail import Sink
from keynet.local.places import Places
from keynet.local.postgres import Postgres
from keynet.local.processes import stop_together
from keynet.local.valkey import Valkey


class Servers:
    """The embedded servers of one set of places, and the variables that lead the site to them."""

    def __init__(
        self, places: Places, given: Mapping[str, str], *, durable: bool = True, reading_port: int = 0
    ) -> None:
        self.places = places
        self.given = {
            name: given[name] for name in ("DATABASE_URL", "REDIS_URL", "EMAIL_URL") if given.get(name)
        }
        self.embedded: dict[str, Postgres | Valkey | Sink] = {}
        if "DATABASE_URL" not in self.given:
            self.embedded["DATABASE_URL"] = Postgres(places, durable=durable)
        if "REDIS_URL" not in self.given:
            self.embedded["REDIS_URL"] = Valkey(places, durable=durable)
        if "EMAIL_URL" not in self.given:
            self.embedded["EMAIL_URL"] = Sink(places, reading_port=reading_port)

    @property
    def own_database(self) -> bool:
        """Whether the database is the embedded one, which belongs to this checkout alone."""
        return "DATABASE_URL" in self.embedded

    @property
    def reading_address(self) -> str | None:
        """Where a person reads the mails of the sink; None when mail goes elsewhere."""
        sink = self.embedded.get("EMAIL_URL")
        return sink.reading_address if isinstance(sink, Sink) else None

    def start(self) -> None:
        """Start all that is embedded."""
        for server in self.embedded.values():
            server.start()

    def stop(self) -> None:
        """Stop all, PostgreSQL last: the others may still write to it."""
        first_to_last = [server.program for server in reversed(self.embedded.values())]
        for program in first_to_last:
            stop_together([program], 2.0)

    def variables(self) -> dict[str, str]:
        """Return DATABASE_URL, REDIS_URL and EMAIL_URL."""
        return {**self.given, **{name: server.url for name, server in self.embedded.items()}}


def site_variables(servers: Servers, port: int) -> dict[str, str]:
    """Return what the settings read; what the person has set stands."""
    places = servers.places
    ours = {
        **servers.variables(),
        "SECRET_KEY": places.secret("secret-key"),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "STATIC_ROOT": str(places.home / "static"),
        # Invented postings belong into the checkout's own database; into another one only when it is asked for.
        "DEMO": "1" if servers.own_database else "0",
    }
    return {name: os.environ.get(name) or value for name, value in ours.items()}
