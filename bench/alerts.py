"""A day's new postings against all saved conditions, while somebody reads the site (P9)."""

import json
import subprocess
import sys
from dataclasses import dataclass

from bench.reader import slow_pages, slow_pages_alone
from bench.world import Sites, World
from keynet.local.places import ROOT


@dataclass(frozen=True)
class DigestResult:
    """What the round did and took (seconds whole and in the database), and the reader's slow pages (p95, ms)."""

    conditions: int
    postings: int
    letters: int
    seconds: float
    database: float
    alone: float
    meanwhile: float


def measure(world: World, sites: Sites) -> DigestResult:
    """Write the morning's letters of everybody."""
    alone = slow_pages_alone(sites)
    command = [sys.executable, "-m", "bench.inside", "alerts"]
    writer = subprocess.Popen(command, cwd=ROOT, env=world.env, stdout=subprocess.PIPE, text=True)
    meanwhile = slow_pages(sites, lambda: writer.poll() is None)
    answer, _ = writer.communicate()
    if writer.returncode:
        raise SystemExit("the letters of the saved conditions could not be written")
    return DigestResult(**json.loads(answer), alone=alone, meanwhile=meanwhile)
