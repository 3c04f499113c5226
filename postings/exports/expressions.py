"""What cells say, as expressions of the database: choices in words, days, times, and text that is no formula."""

import json
from collections.abc import Iterable, Sequence
from string import Formatter
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Expression, F, Field, TextField
from django.db.models.expressions import BaseExpression
from django.db.models.sql.compiler import SQLCompiler

from keynet.vocabulary.postal_cities import city_ranges

Choices = Iterable[tuple[str, Any]]
FEW = 8
"""Up to so many choices are compared one after the other; more are looked up."""
# Where text of a spreadsheet's formula, and every sign that may hide one, lies outside: bytes are compared, which is
# some hundred times cheaper than to ask `cell_guarded`. Nearly all cells are of the first range.
HARMLESS = (("ぁ", "\ufb00"), ("0", "="), ("A", "|"), ("〒", "〓"))


class Sql(Expression):
    """A piece of SQL with expressions or names of columns in its gaps: `Sql("lower({0})", "name")`."""

    output_field: ClassVar[Field] = TextField()

    def __init__(self, template: str, *sources: BaseExpression | F | str) -> None:
        super().__init__()
        self.template = template
        self.sources: list[Any] = [F(source) if isinstance(source, str) else source for source in sources]

    def get_source_expressions(self) -> list[Any]:
        """Return what fills the gaps."""
        return self.sources

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        """Take what fills the gaps."""
        self.sources = list(exprs)

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """Fill the gaps, each as often as it stands there."""
        sql = ""
        params: list[Any] = []
        filled = [compiler.compile(source) for source in self.sources]
        for text, gap, _, _ in Formatter().parse(self.template):
            sql += text
            if gap is not None:
                sql += filled[int(gap)][0]
                params += filled[int(gap)][1]
        return sql, params


def quoted(text: str) -> str:
    """Return a text of our own as a literal inside a template."""
    return "'" + text.replace("'", "''").replace("%", "%%").replace("{", "{{").replace("}", "}}") + "'"


def text(source: Expression | F | str) -> Sql:
    """Say text as typed, unless a spreadsheet could take it for a formula."""
    harmless = " OR ".join(
        f'({{0}} >= {quoted(first)} COLLATE "C" AND {{0}} < {quoted(after)} COLLATE "C")'
        for first, after in HARMLESS
    )
    return Sql(
        f"CASE WHEN {{0}} = '' THEN NULL WHEN {harmless} THEN {{0}} ELSE nullif(cell_guarded({{0}}), '') END",
        source,
    )


def label(source: Expression | F | str, choices: Choices) -> Sql:
    """Say a choice in words; a value that is no choice (any more) as it is stored."""
    pairs = [(str(value), str(word)) for value, word in choices]
    if len(pairs) > FEW:
        words = quoted(json.dumps(dict(pairs), ensure_ascii=False))
        return Sql(
            f"CASE WHEN {{0}} = '' THEN NULL ELSE coalesce({words}::jsonb ->> {{0}}, {{0}}) END", source
        )
    cases = " ".join(f"WHEN {quoted(value)} THEN {quoted(word)}" for value, word in pairs)
    return Sql(f"CASE {{0}} WHEN '' THEN NULL {cases} ELSE {{0}} END", source)


def labels(source: str, choices: Choices) -> Sql:
    """Say several choices in words, in the order of the choices; values that are no choice are left out."""
    pairs = [(quoted(value), quoted(str(word))) for value, word in choices]
    one = " ".join(f"WHEN {value} THEN {word}" for value, word in pairs)
    many = ", ".join(f"CASE WHEN {value} = ANY({{0}}) THEN {word} END" for value, word in pairs)
    return Sql(
        f"CASE cardinality({{0}}) WHEN 0 THEN NULL WHEN 1 THEN CASE ({{0}})[1] {one} END "
        f"ELSE nullif(concat_ws('、', {many}), '') END",
        source,
    )


def yes_no(source: Expression | str) -> Sql:
    """Say はい or いいえ, nothing while unanswered."""
    return Sql("CASE WHEN {0} THEN 'はい' WHEN NOT {0} THEN 'いいえ' END", source)


def day(source: Expression | F | str) -> Sql:
    """Say the day in Japan of a moment, 2026-12-01."""
    return Sql(f"(({{0}} AT TIME ZONE '{settings.TIME_ZONE}')::date)::text", source)


def date(source: str) -> Sql:
    """Say a date, 2026-12-01."""
    return Sql("({0})::text", source)


def moment(source: str) -> Sql:
    """Say a moment in Japan's time, 2026-12-01 08:30."""
    return Sql(f"left(({{0}} AT TIME ZONE '{settings.TIME_ZONE}')::text, 16)", source)


def phone(source: str) -> Sql:
    """Say a stored number with its hyphens."""
    return Sql(
        "CASE WHEN {0} ~ '^[0-9]+$' THEN cell_phone({0}) ELSE nullif(cell_guarded({0}), '') END", source
    )


class CityCode(Sql):
    """Say the 全国地方公共団体コード of a postal code's city; codes that cross a border follow the prefecture."""

    def __init__(self, *sources: Expression | F | str) -> None:
        super().__init__("", *sources)

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """Write the ranges into the query, when it is made: reading them takes half a second."""
        ranges = city_ranges()
        starts, codes = (_array(ranges.starts), _array(ranges.codes))
        city = f"({codes})[width_bucket({{0}}::integer, {starts})]"
        across = " ".join(
            f"WHEN {{0}} = '{code}' AND {{1}} = '{lg_code[:2]}' THEN '{lg_code}'"
            for code, lg_code in ranges.borders
        )
        self.template = (
            f"CASE WHEN {{0}} !~ '^[0-9]{{{{7}}}}$' THEN NULL {across} "
            f"WHEN {{1}} = lpad(({city} / 10000)::text, 2, '0') THEN lpad(({city})::text, 6, '0') END"
        )
        return super().as_sql(compiler, connection)


def _array(numbers: Iterable[int]) -> str:
    return f"'{{{{{','.join(map(str, numbers))}}}}}'::integer[]"


def numbered(letters: str, made_at: str = "created_at", key: str = "pk") -> Sql:
    """Say a printed number, e.g. KN-2611-004182: letters, month of making, serial."""
    return Sql(
        f"'{letters}-' || to_char({{0}} AT TIME ZONE '{settings.TIME_ZONE}', 'YYMM') || '-' || "
        "lpad({1}::text, greatest(6, length({1}::text)), '0')",
        made_at,
        key,
    )
