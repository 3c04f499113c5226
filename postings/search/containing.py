"""The lookup `text__says`: a word stands in a folded text, outside of longer words that mean something else."""

from typing import Any

from django.db.models import Lookup, TextField
from django.db.models.sql.compiler import SQLCompiler


@TextField.register_lookup
class Says(Lookup):
    """`says=("看護師", ("准看護師",))`: the word is there, and not only inside the longer words.

    Said in this way, because PostgreSQL can estimate how many texts contain a word, but not what `replace` leaves.
    """

    lookup_name = "says"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition in SQL."""
        key, apart = self.rhs
        text, _ = self.process_lhs(compiler, connection)
        word = _containing(connection, key)
        if not apart:
            return f"{text} LIKE %s", (word,)
        rest = text
        for _longer in apart:
            rest = f"replace({rest}, %s, ' ')"
        longer = " OR ".join([f"{text} LIKE %s"] * len(apart))
        return (
            f"({text} LIKE %s AND NOT (({longer}) AND {rest} NOT LIKE %s))",
            (word, *(_containing(connection, one) for one in apart), *apart, word),
        )


def _containing(connection: Any, word: str) -> str:
    return f"%{connection.ops.prep_for_like_query(word)}%"
