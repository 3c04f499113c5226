-- What a cell says, where one expression cannot say it. The wording in Python stays the meaning; tests hold both together.

CREATE OR REPLACE FUNCTION cell_phone(number text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
-- keynet.vocabulary.contact.format_phone
DECLARE
    head integer;
    middle integer;
BEGIN
    IF length(number) = 11 THEN
        head := CASE WHEN number LIKE '0800%' THEN 4 ELSE 3 END;
        middle := 7 - head;
    ELSIF length(number) <> 10 THEN
        RETURN number;
    ELSIF left(number, 4) IN ('0120', '0570', '0990') THEN
        head := 4;
        middle := 3;
    ELSE
        head := coalesce(
            '{area_codes}'::jsonb ->> left(number, 6), '{area_codes}'::jsonb ->> left(number, 5),
            '{area_codes}'::jsonb ->> left(number, 4), '{area_codes}'::jsonb ->> left(number, 3),
            '{area_codes}'::jsonb ->> left(number, 2)
        )::integer;
        IF head IS NULL THEN
            RETURN number;
        END IF;
        middle := 6 - head;
    END IF;
    RETURN left(number, head) || '-' || substr(number, head + 1, middle) || '-' || substr(number, head + middle + 1);
END
$$;

CREATE OR REPLACE FUNCTION cell_guarded(value text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
-- postings.exports.safety.guarded: no spreadsheet takes the answer for a formula
DECLARE
    line text := replace(replace(value, E'\r\n', E'\n'), E'\r', E'\n');
    bare text := normalize(
        regexp_replace(
            line,
            '^[\u0001-\u0020''"\u0085\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufe00-\ufe0f\ufeff]+',
            ''
        ),
        NFKC
    );
    number text;
BEGIN
    IF left(bare, 1) NOT IN ('=', '+', '-', '@', '|', '%') OR bare = '-' OR line ~ '^-?[0-9][0-9,]*(\.[0-9]+)?$' THEN
        RETURN CASE WHEN left(line, 1) IN (E'\t', E'\n') THEN ltrim(line, E'\t\n') ELSE line END;
    END IF;
    IF line LIKE '+81%' THEN
        number := regexp_replace(
            regexp_replace(normalize(line, NFKC), '[\s\u0085\u00a0\u3000()‐‑‒–—―−ーｰ﹣─━-]', '', 'g'), '^\+810?', '0'
        );
        IF number ~ '^(0[1-9][1-9][0-9]{7}|0[5-9]0[0-9]{8})$' THEN
            RETURN cell_phone(number);
        END IF;
    END IF;
    RETURN '''' || line;
END
$$;

CREATE OR REPLACE FUNCTION cell_minutes(clock text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
-- Minutes after midnight of the stored form 16:30 or 33:00; NULL for anything else
    SELECT CASE WHEN clock ~ '^[0-9]{1,2}:[0-5][0-9]$' AND left(clock, -3)::integer * 60 + right(clock, 2)::integer <= 1980
        THEN left(clock, -3)::integer * 60 + right(clock, 2)::integer END
$$;

CREATE OR REPLACE FUNCTION cell_span(starts integer, ends integer) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
-- 8:30〜17:00, 16:30〜翌9:00; an end before its start is the next morning
BEGIN
    IF ends <= starts THEN
        ends := ends + 1440;
    END IF;
    RETURN CASE WHEN starts >= 1440 THEN '翌' ELSE '' END || starts % 1440 / 60 || ':' || lpad((starts % 60)::text, 2, '0')
        || '〜' || CASE WHEN ends >= 1440 THEN '翌' ELSE '' END || ends % 1440 / 60 || ':' || lpad((ends % 60)::text, 2, '0');
END
$$;

CREATE OR REPLACE FUNCTION cell_shifts(hours jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
-- postings.wording.hours.shifts
DECLARE
    said text := '';
    shift jsonb;
    starts integer;
    ends integer;
BEGIN
    IF jsonb_typeof(hours) <> 'array' THEN
        RETURN '';
    END IF;
    FOR shift IN SELECT jsonb_array_elements(hours) LOOP
        CONTINUE WHEN jsonb_typeof(shift) <> 'array';
        starts := cell_minutes(shift ->> 0);
        ends := cell_minutes(shift ->> 1);
        CONTINUE WHEN starts IS NULL OR ends IS NULL OR jsonb_array_length(shift) <> 2;
        ends := ends + CASE WHEN ends <= starts THEN 1440 ELSE 0 END;
        said := said || CASE WHEN said = '' THEN '' ELSE '、' END
            || CASE
                WHEN ends > 1440 OR starts < 300 THEN '夜勤 '
                WHEN starts < 720 AND ends <= 1200 THEN '日勤 '
                ELSE ''
            END
            || cell_span(starts, ends);
    END LOOP;
    RETURN said;
END
$$;

CREATE OR REPLACE FUNCTION cell_spot_dates(dates jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
-- postings.wording.hours.spot_dates
DECLARE
    said text := '';
    spot jsonb;
    day date;
BEGIN
    IF jsonb_typeof(dates) <> 'array' THEN
        RETURN '';
    END IF;
    FOR spot IN SELECT jsonb_array_elements(dates) LOOP
        CONTINUE WHEN coalesce(spot ->> 'on', '') !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
            OR NOT pg_input_is_valid(spot ->> 'on', 'date');
        day := spot ->> 'on';
        said := said || CASE WHEN said = '' THEN '' ELSE '、' END
            || to_char(day, 'FMYYYY"年"FMMM"月"FMDD"日"')
            || '（' || substr('日月火水木金土', extract(dow FROM day)::integer + 1, 1) || '）'
            || coalesce(' ' || cell_span(cell_minutes(spot ->> 'starts'), cell_minutes(spot ->> 'ends')), '')
            || CASE WHEN coalesce(spot ->> 'headcount', '') IN ('', '0', 'false') THEN ''
                ELSE '（' || (spot ->> 'headcount') || '名）' END;
    END LOOP;
    RETURN said;
END
$$;
