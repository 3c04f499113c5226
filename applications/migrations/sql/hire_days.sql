-- One person works at one place at a time: a second hire at the same time within one organisation (a facility, or all
-- that one municipality runs) is refused. Two clerks of two facilities meet at the advisory lock of organisation and person.
CREATE FUNCTION applications_one_place_at_a_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    place bigint;
    person text;
BEGIN
    SELECT coalesce(f.parent_id, f.id), lower(a.email) INTO place, person
    FROM applications_hire h
    JOIN applications_application a ON a.id = h.application_id
    JOIN postings_posting p ON p.id = h.posting_id
    JOIN facilities_facility f ON f.id = p.facility_id
    WHERE h.id = NEW.hire_id;
    PERFORM pg_advisory_xact_lock(hashtextextended(place || ' ' || person, 0));
    IF EXISTS (
        SELECT FROM applications_hireday d
        JOIN applications_hire h ON h.id = d.hire_id AND h.cancelled_at IS NULL
        JOIN applications_application a ON a.id = h.application_id AND lower(a.email) = person
        JOIN postings_posting p ON p.id = h.posting_id
        JOIN facilities_facility f ON f.id = p.facility_id AND coalesce(f.parent_id, f.id) = place
        WHERE d.id <> NEW.id AND d."on" BETWEEN NEW."on" - 2 AND NEW."on" + 2
        AND d."on" + d.starts::interval < NEW."on" + NEW.ends::interval
        AND NEW."on" + NEW.starts::interval < d."on" + d.ends::interval
    ) THEN
        RAISE EXCEPTION 'this person is hired at this time already'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'hire_day_at_one_place';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER hire_day_at_one_place AFTER INSERT OR UPDATE ON applications_hireday
    FOR EACH ROW EXECUTE FUNCTION applications_one_place_at_a_time();
