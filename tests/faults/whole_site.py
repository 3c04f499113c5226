"""The whole site on the test's database: web, worker and beat as they are served, Valkey and the mail sink of their own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from keynet.local import site
from keynet.local.machine import free_port
from keynet.local.mail import Sink
from keynet.local.places import Places
from keynet.local.processes import stop_together
from keynet.local.valkey import Valkey
from tests.faults.test_servers import own_places


@dataclass(frozen=True)
class WholeSite:
    """Where it answers, and where it leaves its files."""

    port: int
    places: Places
    valkey_url: str
    variables: dict[str, str]


@contextmanager
def whole_site(environment: dict[str, str]) -> Iterator[WholeSite]:
    """Run everything until the end of the block."""
    with own_places() as here:
        valkey, sink, port = Valkey(here), Sink(here), free_port()
        variables = {
            **environment,
            "REDIS_URL": valkey.url,
            "EMAIL_URL": sink.url,
            "SITE_URL": f"http://127.0.0.1:{port}",
            "ERASURES_FILE": str(here.home / "erasures"),
        }
        web = site.web(here, port, variables)
        programs = [web, site.worker(here, variables), site.beat(here, variables)]
        try:
            valkey.start()
            sink.start()
            for program in programs:
                program.start()
            site.wait_until_it_answers(web, port)
            yield WholeSite(port, here, valkey.url, variables)
        except BaseException:
            print(*(program.last_words(40) for program in programs), sep="\n")
            raise
        finally:
            stop_together([*programs, sink.program, valkey.program], 5)
            shutil.rmtree(here.home / "valkey", ignore_errors=True)
