-- What was written about a reading stays as it was written, whatever code or person tries: three years, then it may go
-- (the nightly job deletes it). Emptying the whole table is never part of the service's work.
CREATE FUNCTION applications_personal_access_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.at < now() - interval '3 years' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the log of who read personal data is only written'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'personal_access_stays';
END $$;
CREATE TRIGGER personal_access_stays BEFORE UPDATE OR DELETE ON applications_personalaccess
    FOR EACH ROW EXECUTE FUNCTION applications_personal_access_stays();
CREATE FUNCTION applications_personal_access_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log of who read personal data is only written'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'personal_access_stays';
END $$;
CREATE TRIGGER personal_access_not_emptied BEFORE TRUNCATE ON applications_personalaccess
    FOR EACH STATEMENT EXECUTE FUNCTION applications_personal_access_not_emptied();
