-- The words of a listing for its one inverted index: every two neighbouring letters of the folded text, and every trait.
-- Japanese has no spaces to split at; two letters find a word of any length, and `'看':*` finds one letter, since the last
-- letter of a word forms a pair with the space behind it. A trait begins with a space, which no typed word contains.
-- The cost tells the planner never to compute this for row after row: it is there to be looked up in the index.
CREATE FUNCTION postings_listing_words(text text, traits text[]) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 2000 AS $$
    SELECT array_to_tsvector(
        coalesce(array_agg(DISTINCT letter || follower) FILTER (WHERE letter <> ' '), '{}')
        || ARRAY(SELECT ' ' || trait FROM unnest(traits) trait)
    )
    FROM (
        SELECT letter, lead(letter, 1, ' ') OVER (ORDER BY place) AS follower
        FROM unnest(string_to_array(text, NULL)) WITH ORDINALITY AS letters (letter, place)
    ) pair
$$;
