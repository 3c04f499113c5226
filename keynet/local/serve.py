"""bin/serve: from a bare clone to a page in the browser."""

import os
import time
from contextlib import suppress

from keynet.local import debian, foreground, locks, machine, packages, places, publication, site
from keynet.local.console import Refusal, say, step
from keynet.local.places import Places
from keynet.local.processes import Program, stop_orphans, stop_together
from keynet.local.servers import Servers, site_variables
from keynet.local.watch import Watch


def run(arguments: list[str]) -> int:
    """Serve until Ctrl-C."""
    if arguments:
        raise Refusal("bin/serve takes no arguments; variables steer it, for example PORT=8001 bin/serve.")
    port = _port()
    packages.ensure(packages.SERVE)
    packages.enter()
    here = places.for_checkout()
    starting = locks.take(here.home / "servers.lock")
    if starting is None:
        raise _already_running(here)
    with starting, suppress(foreground.Ended):
        _serve(here, port)
    return 0


def _serve(here: Places, port: int) -> None:
    publication.withdraw(here)
    machine.need_space(here.data, 300)
    stop_orphans(here)
    machine.need_free_port(port)
    drawing = debian.Installation(debian.FOR_PDF, purpose="PDFs")
    servers = Servers(here, os.environ, reading_port=machine.free_port(wish=port + 1))
    programs: list[Program] = []
    try:
        with step("servers started"):
            servers.start()
        env = {**os.environ, **site_variables(servers, port)}
        publication.publish(here, "serve", site_variables(servers, port))
        logins = site.prepare(here, env, own_database=servers.own_database)
        drawing.finish()
        web, worker, beat = site.web(here, port, env), site.worker(here, env), site.beat(here, env)
        programs += [web, worker, beat]
        with step("site started"):
            web.start()
            site.wait_until_it_answers(web, port)
        # Only now, so that the first page does not share the processor with them.
        worker.start()
        beat.start()
        _greet(env["SITE_URL"], servers, logins)
        _watch(servers, programs).forever()
    finally:
        foreground.ignore_signals()
        _stop(servers, programs)


def _watch(servers: Servers, programs: list[Program]) -> Watch:
    embedded = [(server.program, server.start) for server in servers.embedded.values()]
    return Watch([*embedded, *((program, program.start) for program in programs)])


def _stop(servers: Servers, programs: list[Program]) -> None:
    """Stop the site, then what it stands on, within 5 seconds."""
    started = time.monotonic()
    stop_together(programs, 2.5)
    servers.stop()
    publication.withdraw(servers.places)
    say(f"  stopped ({time.monotonic() - started:.1f} s)")


def _greet(address: str, servers: Servers, logins: str) -> None:
    say(f"\nKey-Net  {address}/")
    if servers.reading_address:
        say(f"Mail     {servers.reading_address}/   every letter ends here; none leaves this machine")
    say(f"\n{logins.rstrip()}" if logins else "")
    say("\nCtrl-C stops everything.")


def _port() -> int:
    said = os.environ.get("PORT") or "8000"
    if not said.isdecimal() or not 0 < int(said) < 65535:
        raise Refusal(f"PORT={said} is not a port: choose a number from 1024 to 65534.")
    return int(said)


def _already_running(here: Places) -> Refusal:
    address = publication.address(here)
    if address:
        return Refusal(f"bin/serve is already running in this checkout: {address}/")
    return Refusal(
        "Another command of this checkout is using the servers: start bin/serve when it has ended."
    )
