"""The one entry of bin/serve, bin/manage and bin/test."""

import errno
import importlib
import os
import sys

from keynet.local import foreground
from keynet.local.console import Refusal, warn

COMMANDS = {"serve": "keynet.local.serve", "manage": "keynet.local.manage", "test": "keynet.local.testing"}
ENDED_BY_SIGNAL = 130  # as shells count


def main(command: str, *arguments: str) -> int:
    """Run one command; what a person can mend is said in one sentence, without a traceback."""
    os.environ.pop("PYTHONPATH", None)  # it brought us here; the site finds itself
    foreground.end_on_signals()
    try:
        return int(importlib.import_module(COMMANDS[command]).run(list(arguments)))
    except foreground.Ended:
        return ENDED_BY_SIGNAL
    except Refusal as refusal:
        warn(str(refusal))
    except OSError as problem:
        if problem.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        warn("The disk is full: free some space and start this command again.")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
