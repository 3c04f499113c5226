"""manage.py seed_scale: a national amount of fictional postings, for the bench and for looking at big lists."""

import os
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from keynet.scale.seed import SEED, make_plan, seed_scale
from postings.models import Posting


class Command(BaseCommand):
    """Invents postings and all that belongs to them; the same numbers give the same rows on the same day."""

    help = "Writes very many fictional postings by COPY (only with DEMO=1, only where there are none yet)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how much of what, and from which number it is invented."""
        parser.add_argument("--postings", type=int, default=1_000_000)
        parser.add_argument("--conditions", type=int, default=100_000, help="saved conditions of seekers")
        parser.add_argument("--recruiters", type=int, default=400)
        parser.add_argument("--seed", type=int, default=SEED)
        parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
        parser.add_argument("--add", action="store_true", help="also where there are postings already")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse where the postings could be taken for real ones."""
        if not settings.DEMO:
            raise CommandError(
                "This is not a demonstration (DEMO is not 1): fictional postings stay out of it."
            )
        if Posting.objects.exists() and not options["add"]:
            raise CommandError("There are postings already; --add writes the new ones beside them.")
        self.began = time.monotonic()
        plan = make_plan(
            postings=options["postings"],
            conditions=options["conditions"],
            recruiters=options["recruiters"],
            seed=options["seed"],
            today=timezone.localdate(),
        )
        seed_scale(plan, processes=options["processes"], say=self.say)
        self.say("done")

    def say(self, what: str) -> None:
        """Write one line with the seconds so far."""
        self.stdout.write(f"{time.monotonic() - self.began:7.1f} s  {what}")
