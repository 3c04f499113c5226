"""bin/manage: any management command, against running servers or against servers started for it."""

import os

from keynet.local import foreground, locks, packages, places, publication
from keynet.local.places import PYTHON, ROOT
from keynet.local.processes import stop_orphans
from keynet.local.servers import Servers, site_variables


def run(arguments: list[str]) -> int:
    """Run manage.py with these arguments; return its exit status."""
    packages.ensure(packages.SERVE)
    packages.enter()
    here = places.for_checkout()
    command = [str(PYTHON), str(ROOT / "manage.py"), *arguments]
    # Everybody who uses the servers has a share; who started them stops them when the others are done.
    users = locks.join(here.home / "users.lock")
    starting = locks.take(here.home / "servers.lock")
    if starting is None:
        os.set_inheritable(users.fileno(), True)
        environment = {**publication.wait_for(here), **os.environ}
        os.execve(command[0], command, environment)  # noqa: S606 - ours
    with starting, users:
        publication.withdraw(here)
        stop_orphans(here)
        servers = Servers(here, os.environ)
        try:
            servers.start()
            variables = site_variables(servers, int(os.environ.get("PORT") or "8000"))
            publication.publish(here, "manage", variables)
            status = foreground.call(command, {**os.environ, **variables})
            locks.wait_alone(users)
            return status
        finally:
            foreground.ignore_signals()
            publication.withdraw(here)
            servers.stop()
