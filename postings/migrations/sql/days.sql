-- Whether no day has more hires than it asks people for. `days` is spot_dates, `filled` is filled_days.
CREATE FUNCTION postings_days_hold(days jsonb, filled jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT NOT EXISTS (
        SELECT FROM jsonb_each_text(filled) AS hired
        WHERE hired.value::integer < 0 OR hired.value::integer > coalesce((
            SELECT max((day ->> 'headcount')::integer) FROM jsonb_array_elements(days) AS day
            WHERE concat_ws(' ', day ->> 'on', day ->> 'starts', day ->> 'ends') = hired.key
        ), 0)
    )
$$;
