"""bench/run: seed each size, measure it beside its floors, and write docs/performance.md."""

import argparse
import os
import sys
from pathlib import Path

from bench import alerts, budgets, crowd, exports, imports, keywords, letters, memory, noise, pages, report
from bench.compare import QUICK, THOROUGH, Effort
from bench.measured import Measured
from bench.world import Sites, World, seeded, servers, sites
from keynet.local.places import ROOT

SIZES = "10000,100000,1000000"


def main() -> None:
    """Measure the sizes that are asked for, from small to large."""
    options = _options()
    sizes = sorted(int(size) for size in options.sizes.split(","))
    load = os.getloadavg()[0]
    with servers() as running:
        measured = []
        for size in sizes:
            with seeded(running, size, options.institutions) as world:
                effort = QUICK if options.quick else THOROUGH
                measured.append(_measure(world, effort, options.institutions, is_last=size == sizes[-1]))
    text = report.write(measured, load)
    options.to.write_text(text, encoding="utf-8")
    print(text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help=f"numbers of postings ({SIZES})")
    parser.add_argument("--quick", action="store_true", help="few rounds: to see that it works, not how fast")
    parser.add_argument(
        "--institutions",
        default=os.environ.get("INSTITUTIONS_FILE", ""),
        help="the national list, for real names and P10",
    )
    parser.add_argument(
        "--to", type=Path, default=ROOT / "docs" / "performance.md", help="where the result goes"
    )
    return parser.parse_args()


def _measure(world: World, effort: Effort, institutions: str, *, is_last: bool) -> Measured:
    with sites(world) as running:
        facts = world.ask("facts")
        before = noise.now()
        measured = Measured(
            size=world.size,
            facts=facts,
            seconds=world.seconds,
            rows=world.ask("rows"),
            pages=pages.measure(running, facts, effort),
            keywords=keywords.measure(running, effort),
            throughput=crowd.throughput(running, effort),
            p99=crowd.postings_among_others(running, facts, effort),
        )
        if is_last:
            _measure_the_rest(measured, world, running, effort, institutions)
        measured.others = noise.others_since(before)
    print(f"{world.size:,} postings are measured", file=sys.stderr)
    return measured


def _measure_the_rest(
    measured: Measured, world: World, running: Sites, effort: Effort, institutions: str
) -> None:
    measured.budgets = budgets.measure(world, running, measured.facts)
    measured.indexes = world.ask("indexes")
    measured.export = exports.measure(world, running, measured.facts)
    measured.sheets = world.ask("sheets")
    measured.letters = letters.measure(world, running, effort)
    measured.alerts = alerts.measure(world, running)
    measured.imports = imports.measure(world, institutions) if institutions else []
    measured.memory = memory.resident(running)


if __name__ == "__main__":
    main()
