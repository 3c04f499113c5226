"""The databases and sites of the bench: one database for each size, the service beside the floors' own site."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from keynet.local import machine, places, site, testing
from keynet.local.places import ROOT
from keynet.local.processes import Program
from keynet.local.servers import Servers

CONDITIONS_OF_A_POSTING = 0.1


@dataclass
class World:
    """A seeded database, and the variables that lead the service to it."""

    servers: Servers
    size: int
    env: dict[str, str]
    seconds: dict[str, float] = field(default_factory=dict)

    def manage(self, command: str) -> None:
        """Run a management command."""
        arguments = [sys.executable, "manage.py", *command.split()]
        subprocess.run(arguments, cwd=ROOT, env=self.env, check=True, stdout=sys.stderr)

    def ask(self, question: str, *arguments: str) -> Any:
        """Let a module of `bench.inside` answer within the service's own code."""
        command = [sys.executable, "-m", "bench.inside", question, *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.env, check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(done.stdout)


@dataclass(frozen=True)
class Sites:
    """The service and the floors, each with two processes of four threads."""

    web: Program
    port: int
    floor_port: int

    def workers(self) -> list[int]:
        """Return the process numbers of the service's web workers."""
        children = Path(f"/proc/{self.web.pid}/task/{self.web.pid}/children").read_text()
        return [int(number) for number in children.split()]


@contextmanager
def seeded(servers: Servers, size: int, institutions: str) -> Iterator[World]:
    """Make the database of a size, fill it, and drop it at the end."""
    name = f"bench_{size}"
    with psycopg.connect(servers.variables()["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            world = World(servers, size, _variables(servers, name))
            _fill(world, institutions)
            yield world
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _fill(world: World, institutions: str) -> None:
    conditions = round(world.size * CONDITIONS_OF_A_POSTING)
    listed = [f"import_institutions {institutions} --skip-bad"] if institutions else []
    seed = f"seed_scale --add --postings {world.size} --conditions {conditions}"
    for command in ("migrate -v0", "load_reference", *listed, "seed_demo", seed):
        started = time.perf_counter()
        world.manage(command)
        world.seconds[command.split()[0]] = time.perf_counter() - started


def _variables(servers: Servers, name: str) -> dict[str, str]:
    shared = servers.variables()
    head, _, tail = shared["DATABASE_URL"].rpartition("/app?")
    home = servers.places.home
    return {
        **os.environ,
        **shared,
        "DATABASE_URL": f"{head}/{name}?{tail}",
        "SECRET_KEY": servers.places.secret("secret-key"),
        "STATIC_ROOT": str(home / "static"),
        "STATIC_STORAGE": "django.contrib.staticfiles.storage.StaticFilesStorage",
        "DJANGO_SETTINGS_MODULE": "keynet.settings",
        "DEMO": "1",
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def sites(world: World) -> Iterator[Sites]:
    """Run the service and the floors."""
    (world.servers.places.home / "static").mkdir(exist_ok=True)
    port, floor_port = machine.free_port(), machine.free_port()
    here, beside = world.servers.places, places.at(world.servers.places.home / "floors")
    web = site.web(here, port, world.env | {"SITE_URL": f"http://127.0.0.1:{port}"})
    floors = site.web(beside, floor_port, world.env | {"DJANGO_SETTINGS_MODULE": "bench.floor_settings"})
    try:
        web.start()
        site.wait_until_it_answers(web, port)
        floors.start()
        site.wait_until_it_answers(floors, floor_port)
        yield Sites(web, port, floor_port)
    finally:
        web.stop(5)
        floors.stop(5)


servers = testing.servers
