"""Every command that README and docs name is run, and every path and link they name exists."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from tests.consistency.sources import ROOT, tracked

COMMAND = re.compile(r"`?(bin/(?:serve|test|manage [a-z_]+))")
LINK = re.compile(r"\]\(([^)#:]+)\)")
CODE_PATH = re.compile(
    r"`((?:keynet|facilities|postings|applications|nursecenter|templates|static|tests|docs)/[\w./]*)`"
)


def documents() -> tuple[Path, ...]:
    return tracked("README.md", "docs/*.md", "docs/decisions/*.md")


def named_commands() -> set[str]:
    return {command for path in documents() for command in COMMAND.findall(path.read_text(encoding="utf-8"))}


def institutions_file(folder: Path) -> str:
    file = folder / "institutions.csv"
    file.write_text("010112489,0112489,架空病院,0050813,札幌市南区川沿１条１丁目\n", encoding="utf-8")
    return str(file)


def _empty(file: Path) -> Path:
    file.touch()
    return file


def seed_scale(folder: Path) -> None:
    with override_settings(DEMO=True):
        call_command("seed_scale", postings=50, conditions=5, recruiters=1, processes=1)


def trace_file(folder: Path) -> None:
    with pytest.raises(CommandError, match="No file"):  # nobody has taken a list away here
        call_command("trace_file", "L-2611-000001")


# How each is run here. bin/serve is run whole by tests/local/test_serve.py; bin/test is running now.
RUNS: dict[str, Callable[[Path], object]] = {
    "bin/serve": lambda folder: None,
    "bin/test": lambda folder: None,
    "bin/manage check_invariants": lambda folder: call_command("check_invariants"),
    "bin/manage load_reference": lambda folder: call_command("load_reference"),
    "bin/manage import_institutions": lambda folder: call_command(
        "import_institutions", institutions_file(folder)
    ),
    "bin/manage import_nursecenter_report": lambda folder: call_command(
        "import_nursecenter_report", str(ROOT / "nursecenter/data/nursecenter_2021-05-16.csv"), publish=True
    ),
    "bin/manage mask_ended": lambda folder: call_command("mask_ended"),
    "bin/manage export_erasures": lambda folder: call_command("export_erasures", folder / "erasures"),
    "bin/manage replay_erasures": lambda folder: call_command("replay_erasures", _empty(folder / "erasures")),
    "bin/manage trace_file": trace_file,
    "bin/manage print_retention": lambda folder: call_command("print_retention", folder / "retention.md"),
    "bin/manage write_digests": lambda folder: call_command("write_digests"),
    "bin/manage draw_lifecycles": lambda folder: call_command("draw_lifecycles"),
    "bin/manage seed_demo": lambda folder: call_command("seed_demo", cast=True),
    "bin/manage seed_scale": seed_scale,
}


@pytest.mark.django_db
@pytest.mark.parametrize("command", sorted(named_commands()))
def test_every_command_that_the_documents_name_runs(command: str, tmp_path: Path) -> None:
    RUNS[command](tmp_path)


def test_every_link_and_path_in_the_documents_leads_somewhere() -> None:
    dead = []
    for path in documents():
        text = path.read_text(encoding="utf-8")
        dead += [f"{path.name}: {link}" for link in LINK.findall(text) if not (path.parent / link).exists()]
        dead += [f"{path.name}: {name}" for name in CODE_PATH.findall(text) if not (ROOT / name).exists()]
    assert not dead


def test_the_programs_that_the_documents_name_exist() -> None:
    for name in ("bin/serve", "bin/test", "bin/manage", ".ci/run"):
        assert (ROOT / name).stat().st_mode & 0o111, name
