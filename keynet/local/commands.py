"""Several management commands in one process, so that Django loads once.

`python -m keynet.local.commands FILE COMMAND…` says what it did, and writes the last command's words to FILE.
"""

import io
import os
import sys
from pathlib import Path

import django
from django.core.management import call_command

from keynet.local.console import step


def main(file: str, *commands: str) -> None:
    """Run the commands in order; the first that fails ends it with a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "keynet.settings")
    django.setup()
    words = io.StringIO()
    for command in commands:
        words = io.StringIO()
        with step(f"manage.py {command}"):
            call_command(*command.split(), verbosity=0, stdout=words)
    Path(file).write_text(words.getvalue())


if __name__ == "__main__":
    main(*sys.argv[1:])
