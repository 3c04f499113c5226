"""The whole database in a few lines, to see whether anything was written."""

from django.db import connection

NOTES_OF_THE_VISIT = ("django_session", "usersessions_usersession", "keynet_cache")
"""What any visit may leave: the session, when it was last seen, and how often an address was tried (limits)."""


def fingerprint() -> dict[str, str]:
    """Return a digest of every row of every table, events, letters and the log of readings among them."""
    digests = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            if table not in NOTES_OF_THE_VISIT:
                quoted = connection.ops.quote_name(table)
                cursor.execute(
                    f"SELECT md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) FROM {quoted} t"
                )
                digests[table] = cursor.fetchone()[0]
    return digests
