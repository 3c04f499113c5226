-- What a cell says, where one expression cannot say it. The wording in Python stays the meaning; tests hold both together.

CREATE FUNCTION cell_phone(number text) RETURNS text
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
            '{area_codes}'::jsonb ->> left(number, 2), '{area_codes}'::jsonb ->> left(number, 1)
        )::integer;
        IF head IS NULL THEN
            RETURN number;
        END IF;
        middle := 6 - head;
    END IF;
    RETURN left(number, head) || '-' || substr(number, head + 1, middle) || '-' || substr(number, head + middle + 1);
END
$$;

CREATE FUNCTION cell_guarded(value text) RETURNS text
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
    IF bare LIKE '+81%' THEN
        number := regexp_replace(
            regexp_replace(bare, '[\s\u0085\u00a0\u3000()‐‑‒–—―−ーｰ﹣─━-]', '', 'g'), '^\+810?', '0'
        );
        IF number ~ '^(0[1-9][1-9][0-9]{7}|0[5-9]0[0-9]{8})$' THEN
            RETURN cell_phone(number);
        END IF;
    END IF;
    RETURN '''' || line;
END
$$;

CREATE FUNCTION cell_minutes(clock text) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
-- Minutes after midnight of the stored form 16:30 or 33:00; NULL for anything else
    SELECT CASE WHEN clock ~ '^[0-9]{1,2}:[0-5][0-9]$' AND left(clock, -3)::integer * 60 + right(clock, 2)::integer <= 1980
        THEN left(clock, -3)::integer * 60 + right(clock, 2)::integer END
$$;

CREATE FUNCTION cell_span(starts integer, ends integer) RETURNS text
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

CREATE FUNCTION cell_shifts(hours jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
-- postings.wording.hours.shifts. As text every shift that is whole has the same width, ["08:30", "17:00"]: reading by
-- position and looking each time up takes a third of the time that jsonb_array_elements and a pattern take.
DECLARE
    stored text := hours::text;
    said text := '';
    starts text;
    ends text;
    from_word text;
    to_word text;
    is_next_day boolean;
BEGIN
    IF stored = '[]' THEN
        RETURN '';
    END IF;
    IF length(stored) % 20 <> 0 THEN
        SELECT '[' || string_agg(shift::text, ', ') || ']' INTO stored
        FROM jsonb_path_query(hours, 'strict $[*]', silent => true) shift
        WHERE shift::text ~ '^\["[0-9]{2}:[0-9]{2}", "[0-9]{2}:[0-9]{2}"\]$';
    END IF;
    FOR place IN 4 .. coalesce(length(stored), 0) - 15 BY 20 LOOP
        starts := substr(stored, place, 5);
        ends := substr(stored, place + 9, 5);
        from_word := '{times}'::jsonb ->> starts;
        to_word := '{times}'::jsonb ->> ends;
        CONTINUE WHEN from_word IS NULL OR to_word IS NULL;
        is_next_day := ends <= starts AND ends < '24:00';
        said := said || CASE WHEN said = '' THEN '' ELSE '、' END
            || CASE
                WHEN ends > '24:00' OR starts < '05:00' OR is_next_day AND ends > '00:00' THEN '夜勤 '
                WHEN starts < '12:00' AND ends <= '20:00' AND NOT is_next_day THEN '日勤 '
                ELSE ''
            END
            || from_word || '〜' || CASE WHEN is_next_day THEN '翌' ELSE '' END || to_word;
    END LOOP;
    RETURN said;
END
$$;

CREATE FUNCTION cell_spot_dates(dates jsonb) RETURNS text
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
