"""I13: what is searched is what is published, and every count is what one would count."""

from keynet.invariants import invariant, rows


@invariant("I13a", "検索される募集は、公開中の募集と同じである。")
def listings_that_differ() -> list[str]:
    """Published postings without their row, rows of others, and rows that say something else."""
    return rows("""
        SELECT 'posting:' || coalesce(meant.posting_id, kept.posting_id)
        FROM postings_listing_source() AS meant
        FULL JOIN postings_listing AS kept ON kept.posting_id = meant.posting_id
        WHERE meant IS DISTINCT FROM kept
    """)


@invariant("I13b", "件数の表は、検索される募集を数えたものと同じである。")
def tallies_that_differ() -> list[str]:
    """Numbers of one occupation, prefecture and employment type that are not what the rows give."""
    return rows("""
        WITH counted AS (
            SELECT occupation, prefecture, employment, trait, sum(number) AS number
            FROM postings_listing AS one, postings_counted(one.places, one.published_at, one.traits)
            GROUP BY occupation, prefecture, employment, trait
        ), kept AS (
            SELECT occupation, prefecture, employment, trait, sum(number) AS number
            FROM postings_tally WHERE occupation <> '' AND prefecture <> ''
            GROUP BY occupation, prefecture, employment, trait
        )
        SELECT occupation, prefecture, employment, trait, kept.number, counted.number
        FROM kept FULL JOIN counted USING (occupation, prefecture, employment, trait)
        WHERE coalesce(kept.number, 0) <> coalesce(counted.number, 0)
    """)


@invariant("I13c", "職種計・都道府県計・全国計は、内訳の和と同じである。")
def sums_that_differ() -> list[str]:
    """Numbers under all occupations or prefectures that are not the sum of their parts."""
    return rows("""
        WITH kept AS (
            SELECT occupation, prefecture, employment, trait, sum(number) AS number
            FROM postings_tally GROUP BY occupation, prefecture, employment, trait
        ), parts AS (
            SELECT whole.occupation, whole.prefecture, employment, trait, sum(number) AS number
            FROM kept, LATERAL (VALUES (kept.occupation, ''), ('', kept.prefecture), ('', ''))
                AS whole (occupation, prefecture)
            WHERE kept.occupation <> '' AND kept.prefecture <> ''
                AND NOT (trait LIKE 'city:%' AND whole.prefecture = '')
            GROUP BY whole.occupation, whole.prefecture, employment, trait
        ), wholes AS (SELECT * FROM kept WHERE occupation = '' OR prefecture = '')
        SELECT occupation, prefecture, employment, trait, wholes.number, parts.number
        FROM wholes FULL JOIN parts USING (occupation, prefecture, employment, trait)
        WHERE coalesce(wholes.number, 0) <> coalesce(parts.number, 0)
    """)
