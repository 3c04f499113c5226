"""What a line of the log may hold: what happened where, and nothing that anybody typed (reliability.md 5.4).

An exception's message may quote a person, so that the log shows its kind and its stack; Celery writes the message into
its own line, Gunicorn the query into which somebody typed what they look for.
"""

import logging
import re
import traceback
from collections.abc import Mapping
from typing import Any

from keynet.outbox.failures import what_failed

_QUERY = re.compile(r"(?<=\S)\?\S+")


class WithoutWords(logging.Filter):
    """Takes the words of exceptions and the queries of addresses out of a record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record, without them."""
        if isinstance(record.args, Mapping) and "exc" in record.args:
            error = record.exc_info[1] if record.exc_info else None
            kind = what_failed(error) if error else str(record.args["exc"]).partition("(")[0]
            record.args = {**record.args, "exc": kind, "traceback": ""}
        record.msg, record.args = _QUERY.sub("?…", record.getMessage()), None
        return True


class Formatter(logging.Formatter):
    """Shows the stack of an exception and its kind."""

    def formatException(self, ei: Any) -> str:
        """Return the stacks of the exception and of those that led to it, the first one first."""
        return "\n".join(
            f"{''.join(traceback.format_tb(one.__traceback__))}{what_failed(one)}"
            for one in _chain(ei[1])[::-1]
        )


def _chain(error: BaseException | None) -> list[BaseException]:
    """Return the exception and what led to it; `raise error from error` makes a circle, which is walked once."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return chain
