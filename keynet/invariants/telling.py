"""I1: everybody who had to know of a publication has a letter, and saved conditions are told in time."""

from keynet.invariants import invariant, rows
from keynet.vocabulary.occupations import NURSING

# What was public at publication: the first version of the terms, not today's.
PUBLISHED = """
    published AS (
        SELECT DISTINCT ON (e.subject) e.subject, e.at, e.handled_at, v.terms
        FROM outbox_event e
        JOIN postings_postingversion v ON e.subject = 'posting:' || v.posting_id
        WHERE e.name = 'posting.published' AND e.handled_at IS NOT NULL
        ORDER BY e.subject, v.number
    )
"""


@invariant("I1a", "公開を知らせるべき都道府県・ナースセンターには、手紙がある。")
def desks_without_letter() -> list[str]:
    """Desks of the workplace that were registered at publication and have no letter."""
    return rows(
        f"""
        WITH {PUBLISHED}, owed AS (
            SELECT p.subject, a.id, a.address,
                CASE d.kind WHEN 'nurse_center' THEN 'alerts.new_for_nurse_center'
                            ELSE 'alerts.new_for_prefecture' END AS kind
            FROM published p
            JOIN facilities_desk d ON d.prefecture = p.terms->>'work_prefecture'
            JOIN facilities_deskaddress a ON a.desk_id = d.id
            WHERE a.since <= p.at
              AND (a.stopped_at IS NULL OR a.stopped_at > p.handled_at)
              AND (d.closed_on IS NULL OR d.closed_on > p.handled_at::date)
              AND (d.kind IN ('prefectural_office', 'coordination_desk')
                   OR d.kind = 'nurse_center' AND p.terms->>'occupation' = ANY(%(nursing)s))
        )
        SELECT subject, kind, 'desk_address:' || id FROM owed
        WHERE NOT EXISTS (
            SELECT FROM outbox_letter l
            WHERE l.subject = owed.subject AND l.kind = owed.kind AND l.recipient = owed.address
        )
        """,  # noqa: S608 -- our own text
        {"nursing": [occupation.value for occupation in NURSING]},
    )


@invariant("I1b", "公開を知らせるべき紹介事業者には、手紙がある。")
def recruiters_without_letter() -> list[str]:
    """Active recruiters whose choices, made before the publication, hold the posting and that have no letter."""
    return rows(
        f"""
        WITH {PUBLISHED}
        SELECT p.subject, 'recruiter:' || r.id
        FROM published p
        JOIN alerts_recruiter r ON r.status = 'active' AND r.opted_in_at <= p.at AND r.chosen_at <= p.at
        WHERE (p.terms->>'share_with_recruiters')::boolean
          AND (r.occupations = '{{}}' OR p.terms->>'occupation' = ANY(r.occupations))
          AND (r.prefectures = '{{}}' OR p.terms->>'work_prefecture' = ANY(r.prefectures))
          AND NOT EXISTS (
              SELECT FROM outbox_letter l
              WHERE l.subject = p.subject AND l.kind = 'alerts.new_for_recruiter' AND l.recipient = r.address
          )
        """  # noqa: S608 -- our own text
    )


@invariant("I1c", "受け取り中の条件お知らせは、毎日なら2日、毎週なら9日より前の公開まで知らせ終わっている。")
def conditions_left_behind() -> list[str]:
    """Saved conditions that the morning's rounds have not reached for a day too long."""
    return rows("""
        SELECT 'savedcondition:' || id, told_until FROM alerts_savedcondition
        WHERE status = 'active'
          AND told_until < now() - CASE frequency WHEN 'daily' THEN interval '2 days' ELSE interval '9 days' END
    """)
