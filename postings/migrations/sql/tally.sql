-- The counts beside the choices: the rows of postings_tally are numbers whose sums are the counts of postings_listing.
-- Nobody updates one: a change adds rows of +1 and -1, so no two writers ever wait for each other, and the sums are
-- exact in the same transaction. postings.search.tallies.compact() adds them up from time to time.

-- What one listing counts for: itself, its places, its day in Japan, and its traits. Occupation, prefecture and
-- employment are the key of a number; the days of a spot posting are searched, never counted.
CREATE FUNCTION postings_counted(places integer, published_at timestamptz, traits text[])
RETURNS TABLE (trait text, number integer) LANGUAGE sql STABLE AS $$
    SELECT '', 1
    UNION ALL SELECT 'places', places
    UNION ALL SELECT 'day:' || (published_at AT TIME ZONE 'Asia/Tokyo')::date, 1
    UNION ALL SELECT one, 1 FROM unnest(traits) one WHERE one !~ '^(occ|pref|emp|spot):'
$$;

-- Each number stands under its occupation and prefecture, under each of them alone ('' means all), and under neither.
-- A city belongs to a prefecture and is never asked for without it.
CREATE FUNCTION postings_keep_tally() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed text := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT 1 AS sign, * FROM added'
        WHEN 'DELETE' THEN 'SELECT -1 AS sign, * FROM removed'
        ELSE 'SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM removed'
    END;
BEGIN
    EXECUTE $sql$
        WITH cell AS (
            SELECT occupation, prefecture, employment, trait, sum(sign * number) AS number
            FROM ($sql$ || changed || $sql$) one, postings_counted(one.places, one.published_at, one.traits)
            GROUP BY occupation, prefecture, employment, trait
        )
        INSERT INTO postings_tally (occupation, prefecture, employment, trait, number)
        SELECT place.occupation, place.prefecture, employment, trait, sum(number)
        FROM cell, LATERAL (VALUES (cell.occupation, cell.prefecture), (cell.occupation, ''),
                                   ('', cell.prefecture), ('', '')) AS place (occupation, prefecture)
        WHERE number <> 0 AND NOT (trait LIKE 'city:%' AND place.prefecture = '')
        GROUP BY place.occupation, place.prefecture, employment, trait
        HAVING sum(number) <> 0
    $sql$;
    RETURN NULL;
END
$$;

CREATE TRIGGER tally_of_added AFTER INSERT ON postings_listing REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION postings_keep_tally();
CREATE TRIGGER tally_of_changed AFTER UPDATE ON postings_listing REFERENCING NEW TABLE AS added OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION postings_keep_tally();
CREATE TRIGGER tally_of_removed AFTER DELETE ON postings_listing REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION postings_keep_tally();
