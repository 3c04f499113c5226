-- What is searched: postings_listing has one narrow row for each published posting. postings_posting is its truth;
-- the triggers below keep it in the same transaction, whoever writes (verbs, bulk updates, COPY, psql).

-- The rows as they must be. A function with a text body, so that columns of postings_posting stay free to change;
-- PostgreSQL puts it into the calling query, so that `WHERE posting_id = 7` reads one row by its key.
CREATE FUNCTION postings_listing_source() RETURNS SETOF postings_listing LANGUAGE sql STABLE AS $$
    SELECT
        id,
        facility_id,
        published_at,
        publish_to,
        occupation,
        work_prefecture,
        employment_type,
        coalesce(array_position(ARRAY['hourly', 'daily', 'monthly', 'annual', 'per_session'], wage_type::text), 9)::smallint,
        wage_min,
        urgent_until,
        headcount - hired_count,
        ARRAY['occ:' || occupation, 'pref:' || work_prefecture, 'emp:' || employment_type,
              'program:' || program, 'pay:' || wage_type, 'city:' || work_prefecture || work_city]
            || CASE WHEN shift_pattern <> '' THEN ARRAY['shift:' || shift_pattern] END
            || CASE WHEN childcare NOT IN ('', 'none') THEN ARRAY['care:' || childcare] END
            || CASE WHEN housing NOT IN ('', 'none') THEN ARRAY['home:' || housing] END
            || CASE WHEN 'online_interview' = ANY (selection_methods) THEN ARRAY['online:1'] END
            || ARRAY(SELECT DISTINCT 'dept:' || one FROM unnest(departments) one)
            || ARRAY(SELECT DISTINCT 'tag:' || one FROM unnest(tags) one)
            || ARRAY(SELECT DISTINCT 'spot:' || (one ->> 'on') FROM jsonb_array_elements(spot_dates) one),
        search_key
    FROM postings_posting
    WHERE status = 'published'
$$;

CREATE FUNCTION postings_keep_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM postings_listing WHERE posting_id = OLD.id;
    ELSIF NEW.status <> 'published' THEN
        DELETE FROM postings_listing WHERE posting_id = NEW.id;
    ELSE
        INSERT INTO postings_listing AS kept SELECT * FROM postings_listing_source() WHERE posting_id = NEW.id
        ON CONFLICT (posting_id) DO UPDATE SET
            (facility_id, published_at, publish_to, occupation, prefecture, employment,
             wage_order, wage_min, urgent_until, places, traits, text)
            = (excluded.facility_id, excluded.published_at, excluded.publish_to, excluded.occupation,
               excluded.prefecture, excluded.employment, excluded.wage_order, excluded.wage_min,
               excluded.urgent_until, excluded.places, excluded.traits, excluded.text)
        WHERE kept.* IS DISTINCT FROM excluded.*;
    END IF;
    RETURN NULL;
END
$$;

-- Drafts and handed-in forms, most of all writes, never get that far.
CREATE TRIGGER listing_begins AFTER INSERT ON postings_posting FOR EACH ROW
    WHEN (NEW.status = 'published') EXECUTE FUNCTION postings_keep_listing();
CREATE TRIGGER listing_follows AFTER UPDATE ON postings_posting FOR EACH ROW
    WHEN (NEW.status = 'published' OR OLD.status = 'published') EXECUTE FUNCTION postings_keep_listing();
CREATE TRIGGER listing_ends AFTER DELETE ON postings_posting FOR EACH ROW
    WHEN (OLD.status = 'published') EXECUTE FUNCTION postings_keep_listing();
