"""I6 and I7: what was sent once exists once, and nobody hires more people than there are places."""

from keynet.invariants import invariant, rows


@invariant("I6", "同じ送信からは、応募も問い合わせも1件だけである。")
def double_submissions() -> list[str]:
    """Rows made twice by one form."""
    return rows("""
        SELECT 'application', submission_id, count(*) FROM applications_application
        GROUP BY submission_id HAVING count(*) > 1
        UNION ALL
        SELECT 'inquiry', submission_id, count(*) FROM applications_inquiry
        GROUP BY submission_id HAVING count(*) > 1
    """)


@invariant("I7a", "募集の採用数は、有効な採用の数と同じである。")
def wrong_counts() -> list[str]:
    """Postings whose count differs from their hires."""
    return rows("""
        SELECT 'posting:' || p.id, 'counted=' || p.hired_count, 'hires=' || count(h.id)
        FROM postings_posting p
        LEFT JOIN applications_hire h ON h.posting_id = p.id AND h.cancelled_at IS NULL
        GROUP BY p.id HAVING p.hired_count <> count(h.id)
    """)


@invariant("I7b", "採用数は、募集人数を超えない。")
def too_many_hires() -> list[str]:
    """Postings with more hires than places, or fewer than none."""
    return rows("""
        SELECT 'posting:' || id, hired_count, headcount FROM postings_posting
        WHERE hired_count > 0 AND hired_count > coalesce(headcount, 0) OR hired_count < 0
    """)


@invariant("I7c", "1つの応募に、有効な採用は1件だけである。")
def double_hires() -> list[str]:
    """Applications hired twice, and hires whose application says something else."""
    return rows("""
        SELECT 'application:' || a.id, a.status, 'hires=' || count(h.id)
        FROM applications_application a
        LEFT JOIN applications_hire h ON h.application_id = a.id AND h.cancelled_at IS NULL
        GROUP BY a.id HAVING count(h.id) <> (CASE WHEN a.status = 'hired' THEN 1 ELSE 0 END)
    """)


@invariant("I7h", "面接の1つの日時は、1人だけのものである。")
def slots_of_two() -> list[str]:
    """Slots with two people, and people with two slots."""
    return rows("""
        SELECT 'slot:' || slot_id, count(*) FROM applications_interview WHERE status = 'agreed'
        GROUP BY slot_id HAVING count(*) > 1
        UNION ALL
        SELECT 'application:' || application_id, count(*) FROM applications_interview WHERE status = 'agreed'
        GROUP BY application_id HAVING count(*) > 1
    """)


@invariant("I7e", "勤務日ごとの採用数は有効な採用の勤務日の数と同じで、必要人数を超えない。")
def wrong_days() -> list[str]:
    """Days whose count differs from the hires that name them, or that take more than they ask for."""
    return rows("""
        WITH named AS (
            SELECT h.posting_id, to_char(d."on", 'YYYY-MM-DD') || ' ' || d.starts || ' ' || d.ends AS day, count(*) AS hires
            FROM applications_hireday d JOIN applications_hire h ON h.id = d.hire_id
            WHERE h.cancelled_at IS NULL GROUP BY 1, 2
        ), counted AS (
            SELECT p.id AS posting_id, f.key AS day, f.value::integer AS hires
            FROM postings_posting p, jsonb_each_text(p.filled_days) f WHERE p.filled_days <> '{}'
        )
        SELECT 'posting:' || posting_id, day, 'counted=' || coalesce(c.hires, 0), 'hires=' || coalesce(n.hires, 0)
        FROM named n FULL JOIN counted c USING (posting_id, day)
        WHERE coalesce(c.hires, 0) <> coalesce(n.hires, 0)
        UNION ALL
        SELECT 'posting:' || id, 'days', spot_dates::text, filled_days::text FROM postings_posting
        WHERE filled_days <> '{}' AND NOT postings_days_hold(spot_dates, filled_days)
    """)


@invariant("I7f", "同じ組織で、1人が同じ時間に2か所で採用されていることはない。")
def one_person_at_two_places() -> list[str]:
    """Pairs of hires of one mail address at overlapping times within one organisation."""
    return rows("""
        WITH work AS (
            SELECT d.id, coalesce(f.parent_id, f.id) AS place, lower(a.email) AS person,
                d."on" + d.starts::interval AS starts, d."on" + d.ends::interval AS ends, d."on" AS day
            FROM applications_hireday d
            JOIN applications_hire h ON h.id = d.hire_id AND h.cancelled_at IS NULL
            JOIN applications_application a ON a.id = h.application_id AND a.masked_at IS NULL
            JOIN postings_posting p ON p.id = h.posting_id JOIN facilities_facility f ON f.id = p.facility_id
        )
        SELECT 'hire_day:' || one.id, 'hire_day:' || two.id FROM work one
        JOIN work two USING (place, person)
        WHERE one.id < two.id AND one.starts < two.ends AND two.starts < one.ends
    """)


@invariant("I7g", "研修が未報告の採用は、勤務開始から16日を過ぎる前に、14日ごとに施設に知らされる。")
def forgotten_trainings() -> list[str]:
    """Hires whose facility should have been reminded of the training two days ago."""
    return rows("""
        SELECT 'hire:' || h.id, h.starts_on, h.training_asked_on FROM applications_hire h
        LEFT JOIN reports_trainingreport t ON t.hire_id = h.id
        WHERE h.cancelled_at IS NULL AND t.id IS NULL
        AND greatest(h.starts_on, h.training_asked_on) < current_date - 16
        AND h.hired_at < now() - interval '2 days'
    """)


@invariant("I7d", "採用されるのは、募集の終了までに届いた応募だけである。")
def hires_of_late_applications() -> list[str]:
    """Hires of applications that came after the end; the selection itself may go on (docs/decisions/0006)."""
    return rows("""
        SELECT 'hire:' || h.id, 'posting:' || p.id
        FROM applications_hire h
        JOIN applications_application a ON a.id = h.application_id
        JOIN postings_posting p ON p.id = h.posting_id
        WHERE h.cancelled_at IS NULL AND a.submitted_at > p.closed_at
    """)
