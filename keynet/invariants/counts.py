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


@invariant("I7g", "面接の1つの日時は、1人だけのものである。")
def slots_of_two() -> list[str]:
    """Slots with two people, and people with two slots."""
    return rows("""
        SELECT 'slot:' || slot_id, count(*) FROM applications_interview WHERE status = 'agreed'
        GROUP BY slot_id HAVING count(*) > 1
        UNION ALL
        SELECT 'application:' || application_id, count(*) FROM applications_interview WHERE status = 'agreed'
        GROUP BY application_id HAVING count(*) > 1
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
