"""Letters a second: two postmen, one commit before and one after each letter, a local SMTP sink."""

import subprocess
import sys
import time

HOW_MANY = 3000
WRITE = f"""
import django; django.setup()
from keynet.outbox.models import Letter
from django.utils import timezone
Letter.objects.bulk_create(
    Letter(kind="bench", subject=f"bench:{{n}}", recipient=f"r{{n}}@bench.example", heading="件名", body="本文です。\\n" * 20)
    for n in range({HOW_MANY})
)
"""
SEND = "import django; django.setup()\nfrom keynet.outbox import postman; postman.deliver(seconds=60)"
COUNT = """
import django; django.setup()
from keynet.outbox.models import Letter
print(Letter.objects.filter(kind="bench", status="sent").count())
"""


def measure(env: dict[str, str]) -> float:
    """Return how many letters left a second, start of the two processes included."""
    _run(WRITE, env)
    started = time.perf_counter()
    postmen = [subprocess.Popen([sys.executable, "-c", SEND], env=env) for _ in range(2)]
    for postman in postmen:
        postman.wait()
    seconds = time.perf_counter() - started
    sent = int(_run(COUNT, env))
    if sent != HOW_MANY:
        raise SystemExit(f"{sent} of {HOW_MANY} letters left")
    return HOW_MANY / seconds


def _run(code: str, env: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True)
    return done.stdout.strip()
