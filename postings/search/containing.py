"""The lookup `text__says`: a word stands in a folded text, outside of longer words that mean something else."""

from typing import Any

from django.db.models import Lookup, TextField
from django.db.models.sql.compiler import SQLCompiler


@TextField.register_lookup
class Says(Lookup):
    """`says=("看護師", ("准看護師",))`: the longer words are taken out before the word is looked for."""

    lookup_name = "says"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """Return the condition in SQL."""
        key, apart = self.rhs
        text, given = self.process_lhs(compiler, connection)
        params = tuple(given)
        for longer in apart:
            text, params = f"replace({text}, %s, ' ')", (*params, longer)
        return f"{text} LIKE %s", (*params, f"%{connection.ops.prep_for_like_query(key)}%")
