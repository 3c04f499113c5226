"""What may be said of an exception: its kind, and where it happened.

Its message may quote a person: PostgreSQL shows the row it refuses, a parser the word it could not read.
"""

from django.db import Error


def what_failed(error: BaseException) -> str:
    """Return the kind of an exception; of the database's refusals also the rule's name and SQLSTATE."""
    cause = error.__cause__ if isinstance(error, Error) else None
    if (facts := getattr(cause, "diag", None)) is None:
        return type(error).__name__
    return " ".join([type(error).__name__, *filter(None, (facts.constraint_name, facts.sqlstate))])
