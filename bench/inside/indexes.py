"""Each index of the tables that grow, how often a bench's questions used it, and how large it is."""

from django.db import connection

QUERY = """
    SELECT i.relname AS table, s.indexrelname, s.idx_scan, pg_relation_size(s.indexrelid), pg_get_indexdef(s.indexrelid)
    FROM pg_stat_user_indexes s JOIN pg_class i ON i.oid = s.relid
    WHERE i.relname IN ('postings_posting', 'postings_listing', 'postings_tally')
    ORDER BY 1, 2
"""


def answer() -> list[list[str | int]]:
    """Return table, name, scans, bytes and definition of each."""
    with connection.cursor() as cursor:
        cursor.execute(QUERY)
        return [list(row) for row in cursor.fetchall()]
