"""I11: who has been masked is gone everywhere, and who was promised to be masked is."""

from django.conf import settings

from keynet.invariants import invariant, rows
from keynet.outbox.letters import LETTER_KINDS

# Both nouns whose rows are masked, under the word by which letters, links and codes point at them.
MASKED = """
    masked AS (
        SELECT 'application:' || id AS subject FROM applications_application WHERE masked_at IS NOT NULL
        UNION ALL
        SELECT 'inquiry:' || id FROM applications_inquiry WHERE masked_at IS NOT NULL
    )
"""


@invariant("I11a", "個人情報を消した応募と問い合わせに、個人情報はない。")
def masked_rows_that_speak() -> list[str]:
    """Masked rows in which some personal column says something, a message or a reason about the person included."""
    return rows("""
        SELECT 'application:' || id FROM applications_application
        WHERE masked_at IS NOT NULL AND (
            concat(family_name, given_name, family_kana, given_kana, email, phone, call_hours, prefecture, city,
                   available, training_history, message, years_of_experience, years_away) <> ''
            OR licences <> '{}' OR interview_wish <> 'any')
        UNION ALL
        SELECT 'inquiry:' || id FROM applications_inquiry
        WHERE masked_at IS NOT NULL AND concat(name, email, text, answer) <> ''
        UNION ALL
        SELECT 'message:' || m.id FROM applications_message m
        JOIN applications_application a ON a.id = m.application_id
        WHERE a.masked_at IS NOT NULL AND m.text <> ''
        UNION ALL
        SELECT 'threadmessage:' || t.id FROM applications_threadmessage t
        LEFT JOIN applications_application a ON a.id = t.application_id
        LEFT JOIN applications_inquiry q ON q.id = t.inquiry_id
        WHERE coalesce(a.masked_at, q.masked_at) IS NOT NULL AND t.text <> ''
        UNION ALL
        SELECT 'hire:' || h.id FROM applications_hire h
        JOIN applications_application a ON a.id = h.application_id
        WHERE a.masked_at IS NOT NULL AND (h.cancel_reason <> '' OR h.terms_difference <> '')
    """)


@invariant(
    "I11b", "個人情報を消した応募と問い合わせには、使えるリンクも、確認コードも、宛先の残る手紙もない。"
)
def masked_rows_with_a_way_back() -> list[str]:
    """Links that still open, codes, and letters that still name the person they went to."""
    to_facilities = [name for name, kind in LETTER_KINDS.items() if not kind.private]
    return rows(
        f"""
        WITH {MASKED}
        SELECT subject, 'link' FROM accounts_mailedlink JOIN masked USING (subject) WHERE used_at IS NULL
        UNION ALL
        SELECT subject, 'code' FROM accounts_mailproof JOIN masked USING (subject)
        UNION ALL
        SELECT subject, kind FROM outbox_letter JOIN masked USING (subject)
        WHERE kind <> ALL(%(to_facilities)s)
          AND (body <> '' OR heading <> '' OR last_error <> '' OR recipient NOT LIKE '%%@erased.invalid')
        """,  # noqa: S608 -- our own text
        {"to_facilities": to_facilities},
    )


@invariant("I11c", "保存期間が過ぎた応募と問い合わせの個人情報は、消されている。")
def promises_not_kept() -> list[str]:
    """Rows whose time was over two days ago: one night may be lost, not two."""
    return rows(
        """
        WITH held AS (
            SELECT p.id FROM postings_posting p WHERE EXISTS (SELECT FROM privacy_maskingstop WHERE lifted_at IS NULL)
               OR EXISTS (SELECT FROM applications_legalhold h
                          WHERE h.posting_id = p.id AND h.lifted_at IS NULL AND h.until >= current_date)
        )
        SELECT 'application:' || a.id, 'posting:' || p.id
        FROM applications_application a JOIN postings_posting p ON p.id = a.posting_id
        WHERE a.masked_at IS NULL AND a.status <> 'unproved'
          AND p.closed_at < now() - make_interval(days => %(days)s::int + 2) AND NOT EXISTS (SELECT FROM held WHERE held.id = p.id)
        UNION ALL
        SELECT 'inquiry:' || q.id, 'posting:' || p.id
        FROM applications_inquiry q JOIN postings_posting p ON p.id = q.posting_id
        WHERE q.masked_at IS NULL AND q.status <> 'unproved'
          AND coalesce(q.answered_at, greatest(q.submitted_at, p.closed_at))
              < now() - make_interval(days => %(inquiry_days)s::int + 2)
          AND (q.answered_at IS NOT NULL OR p.closed_at IS NOT NULL)
          AND NOT EXISTS (SELECT FROM held WHERE held.id = p.id)
        """,
        {"days": f"{settings.RETENTION_DAYS}", "inquiry_days": f"{settings.INQUIRY_RETENTION_DAYS}"},
    )


@invariant("I11d", "対応を終えた報告の文と宛先は、保存期間のあとに消され、施設に知らされていない。")
def reporters_not_forgotten() -> list[str]:
    """Complaints whose time was over two days ago, and letters to facilities that hold a reporter's address."""
    return rows(
        """
        SELECT 'complaint:' || id, 'kept' FROM postings_complaint
        WHERE masked_at IS NULL AND settled_at < now() - make_interval(days => %(days)s::int + 2)
        UNION ALL
        SELECT 'complaint:' || c.id, l.kind FROM postings_complaint c
        JOIN outbox_letter l ON l.subject IN ('complaint:' || c.id, 'posting:' || c.posting_id)
        WHERE c.email <> '' AND l.kind <> 'postings.complaint_replied' AND position(c.email IN l.body) > 0
        """,
        {"days": f"{settings.COMPLAINT_RETENTION_DAYS}"},
    )


@invariant("I11f", "終わってから保存期間が過ぎた募集に、担当者の連絡先は残っていない。")
def contacts_not_forgotten() -> list[str]:
    """Postings that ended long ago and still name somebody (two nights may be lost)."""
    return rows(
        """
        SELECT 'posting:' || p.id FROM postings_posting p
        WHERE p.closed_at < now() - make_interval(days => %(days)s::int + 2)
          AND p.contact_email NOT LIKE '%%@erased.invalid'
          AND NOT EXISTS (SELECT FROM privacy_maskingstop WHERE lifted_at IS NULL)
          AND NOT EXISTS (SELECT FROM applications_legalhold h
                          WHERE h.posting_id = p.id AND h.lifted_at IS NULL AND h.until >= current_date)
        """,
        {"days": f"{settings.CONTACT_RETENTION_DAYS}"},
    )


@invariant("I11e", "停止した、または7日のうちに始まらなかった条件お知らせの宛先は、どこにも残っていない。")
def subscribers_not_forgotten() -> list[str]:
    """Conditions that waited too long, addresses kept for nothing, and letters that still name a forgotten one."""
    return rows("""
        SELECT 'savedcondition:' || id, 'waits' FROM alerts_savedcondition
        WHERE status = 'waiting' AND created_at < now() - interval '9 days'
        UNION ALL
        SELECT 'subscriber:' || s.id, 'kept' FROM alerts_subscriber s
        WHERE NOT EXISTS (SELECT FROM alerts_savedcondition c WHERE c.subscriber_id = s.id)
        UNION ALL
        SELECT l.subject, l.kind FROM outbox_letter l
        WHERE l.kind IN ('alerts.condition_asked', 'alerts.digest') AND l.recipient NOT LIKE '%@erased.invalid'
          AND l.created_at < now() - interval '2 days'
          AND NOT EXISTS (SELECT FROM alerts_subscriber s WHERE l.subject = 'subscriber:' || s.id)
    """)
