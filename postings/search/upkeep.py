"""Keeping what is searched small and quick: adding up the tallies, and writing everything anew after a mass load."""

from django.db import connection, transaction

from postings.models import Listing

_LOCK = 7_140_001  # one number of the database's advisory locks, for compaction only

_COMPACT = """
    WITH crowded AS (
        SELECT occupation, prefecture, trait, employment FROM postings_tally
        GROUP BY occupation, prefecture, trait, employment HAVING count(*) > 1 OR sum(number) = 0
    ), gone AS (
        DELETE FROM postings_tally USING crowded
        WHERE (postings_tally.occupation, postings_tally.prefecture, postings_tally.trait, postings_tally.employment)
            = (crowded.occupation, crowded.prefecture, crowded.trait, crowded.employment)
        RETURNING postings_tally.*
    )
    INSERT INTO postings_tally (occupation, prefecture, employment, trait, number)
    SELECT occupation, prefecture, employment, trait, sum(number) FROM gone
    GROUP BY occupation, prefecture, employment, trait HAVING sum(number) <> 0
"""


@transaction.atomic
def compact() -> bool:
    """Replace the numbers of each cell by their sum; return False when another process is doing it.

    One statement sees one moment: numbers that are written meanwhile are neither added nor deleted by it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        if not cursor.fetchone()[0]:
            return False
        cursor.execute(_COMPACT)
    return True


@transaction.atomic
def rebuild() -> int:
    """Write all listings and tallies anew from the postings and return how many listings there are.

    For mass loads with the triggers of `postings_posting` switched off. Postings cannot be written meanwhile. The
    indexes are made after the rows: the inverted one takes minutes otherwise.
    """
    indexes = Listing._meta.indexes
    with connection.schema_editor() as editor, connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute("LOCK TABLE postings_posting IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("TRUNCATE postings_listing, postings_tally")
        for index in indexes:
            editor.remove_index(Listing, index)
        # In the order of most lists, so that neighbours in a list are neighbours on disk.
        cursor.execute(
            "INSERT INTO postings_listing SELECT * FROM postings_listing_source() ORDER BY published_at, posting_id"
        )
        for index in indexes:
            editor.add_index(Listing, index)
        cursor.execute("SELECT count(*) FROM postings_listing")
        number: int = cursor.fetchone()[0]
    return number
