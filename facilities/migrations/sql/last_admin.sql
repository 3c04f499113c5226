-- Whoever ends or lowers an admin's membership leaves another admin behind. The facility's row is locked first, and in
-- READ COMMITTED the question after it sees what the rival has committed: two admins who remove each other at the same
-- moment cannot both succeed, whatever code they came by.
CREATE FUNCTION facilities_last_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.role = 'admin' AND NEW.left_at IS NULL
       AND NEW.facility_id = OLD.facility_id AND NEW.user_id = OLD.user_id THEN
        RETURN NULL;
    END IF;
    PERFORM 1 FROM facilities_facility WHERE id = OLD.facility_id FOR NO KEY UPDATE;
    IF NOT EXISTS (
        SELECT FROM facilities_membership
        WHERE facility_id = OLD.facility_id AND role = 'admin' AND left_at IS NULL
    ) THEN
        RAISE EXCEPTION 'facility % would have no admin', OLD.facility_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_last_admin';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER membership_last_admin AFTER UPDATE OR DELETE ON facilities_membership
    FOR EACH ROW WHEN (OLD.role = 'admin' AND OLD.left_at IS NULL) EXECUTE FUNCTION facilities_last_admin();
