import os
import signal
import socket
from collections.abc import Iterator

import psycopg
import pytest

from keynet.local import testing
from keynet.local.postgres import Postgres
from keynet.local.servers import Servers
from keynet.local.valkey import Valkey

pytestmark = pytest.mark.processes


@pytest.fixture(scope="module")
def running() -> Iterator[Servers]:
    with testing.servers() as servers:
        yield servers


def postgres(running: Servers) -> Postgres:
    server = running.embedded["DATABASE_URL"]
    assert isinstance(server, Postgres)
    return server


def test_postgresql_answers_only_to_the_password(running: Servers) -> None:
    url = postgres(running).url
    with psycopg.connect(url) as connection:
        assert connection.info.server_version // 10000 == 18
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(url.replace(postgres(running).password, "guess"))


def test_japanese_letters_have_trigrams_and_sort_by_code_point(running: Servers) -> None:
    with psycopg.connect(postgres(running).url) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        trigrams = connection.execute("SELECT show_trgm('看護師募集')").fetchone()
    assert trigrams and len(trigrams[0]) == 6


def test_postgresql_starts_again_after_a_kill_though_a_stranger_has_its_old_number(running: Servers) -> None:
    server = postgres(running)
    with psycopg.connect(server.url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1")
    os.kill(server.program.pid, signal.SIGKILL)
    server.program.kill()
    lock = server.cluster / "postmaster.pid"
    lock.write_text("\n".join(["1", *lock.read_text().split("\n")[1:]]))
    server.start()
    with psycopg.connect(server.url) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (1,)


def test_valkey_starts_again_after_a_kill(running: Servers) -> None:
    server = running.embedded["REDIS_URL"]
    assert isinstance(server, Valkey)
    server.program.kill()
    assert not server.answers()
    server.start()
    assert server.answers()


def test_nothing_listens_to_the_network(running: Servers) -> None:
    for port in (5432, 6379):
        with socket.socket() as line:
            line.settimeout(0.2)
            assert line.connect_ex(("127.0.0.1", port))


def test_what_a_variable_names_is_not_embedded(running: Servers) -> None:
    given = {"DATABASE_URL": "postgresql://db/app", "REDIS_URL": "redis://r/0", "EMAIL_URL": "smtp://m"}
    elsewhere = Servers(running.places, {**given, "HOME": "/"})
    assert elsewhere.embedded == {}
    assert elsewhere.variables() == given
