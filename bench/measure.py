"""Start servers of its own, fill the demonstration, measure, and write docs/performance.md."""

import os
import platform
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from bench import pages, postmen
from keynet.local import machine, site, testing
from keynet.local.places import ROOT


def main() -> None:
    """Measure everything once."""
    with testing.servers() as running:
        port = machine.free_port()
        env = {**os.environ, **testing.variables(running), "DEMO": "1", "PYTHONPATH": str(ROOT)}
        env |= {"SITE_URL": f"http://127.0.0.1:{port}", "DJANGO_SETTINGS_MODULE": "bench.settings"}
        for command in ("migrate -v0", "load_reference", "seed_demo"):
            _manage(command, env)
        web = site.web(running.places, port, env)
        web.start()
        try:
            site.wait_until_it_answers(web, port)
            constant, floor, results = pages.measure(port)
        finally:
            web.stop(5)
        lines = [*_facts(), "", *_pages(constant, floor, results), "", *_others(env)]
    (ROOT / "docs" / "performance.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def _facts() -> list[str]:
    return [
        "# Performance",
        "",
        "Written by `bench/run`: ratios taken in one run are what counts, absolute times move with the machine.",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python "
        f"{platform.python_version()}, embedded PostgreSQL without fsync, gunicorn 2 × 4 threads, one connection, "
        f"load average at the start {os.getloadavg()[0]:.1f}; the demonstration's 300 postings.",
    ]


def _pages(constant: float, floor: float, results: list[pages.Result]) -> list[str]:
    lines = [
        f"Floors: a constant page of 30 KB {constant:.1f} ms; 20 rows through a plain template (the floor) {floor:.1f} ms.",
        "",
        "| page | p50 ms | × floor | least | most |",
        "|---|---|---|---|---|",
    ]
    return lines + [
        f"| {r.name} | {r.milliseconds:.1f} | {r.ratio:.2f} | {r.least:.2f} | {r.most:.2f} |" for r in results
    ]


def _others(env: dict[str, str]) -> list[str]:
    lines = ["| what | measured |", "|---|---|"]
    lines.append(f"| letters out of the outbox to a local sink, 2 postmen | {postmen.measure(env):.0f} /s |")
    institutions = os.environ.get("INSTITUTIONS_FILE")
    if institutions and Path(institutions).exists():
        for what in ("import of the national list of institutions", "the same again (update)"):
            started = time.perf_counter()
            _manage(f"import_institutions {institutions} --skip-bad", env)
            lines.append(f"| {what} | {time.perf_counter() - started:.1f} s |")
    return lines


def _manage(command: str, env: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *command.split()], cwd=ROOT, env=env, check=True, stdout=sys.stderr
    )


if __name__ == "__main__":
    main()
