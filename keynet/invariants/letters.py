"""I2 to I4: nothing waits for ever, nothing goes twice, nothing goes to the wrong person."""

from keynet.invariants import invariant, rows


@invariant("I2a", "出来事は、時が来てから15分以内に処理され、失敗し続けない。")
def waiting_events() -> list[str]:
    """Events whose reactions should have run long ago, or have failed eight times (for about eight minutes)."""
    return rows("""
        SELECT id, name, subject, 'tries=' || tries FROM outbox_event
        WHERE handled_at IS NULL AND (next_try_at < now() - interval '15 minutes' OR tries >= 8)
    """)


@invariant("I2b", "手紙は、時が来てから15分以内に送られるか、結果が決まる。")
def waiting_letters() -> list[str]:
    """Letters that should have left long ago, or that some postman has held for too long."""
    return rows("""
        SELECT id, kind, status FROM outbox_letter
        WHERE status = 'pending' AND next_try_at < now() - interval '15 minutes'
           OR status = 'sending' AND coalesce(lease_until, created_at) < now() - interval '15 minutes'
    """)


@invariant("I2c", "決めた見送りは30分後に応募した方に、決めた辞退は30分後に施設に知らされる。")
def waiting_decisions() -> list[str]:
    """Refusals that nobody was told of, and withdrawals that nobody made, a quarter of an hour after their time."""
    return rows("""
        SELECT 'application:' || application_id, 'refused', decided_at FROM applications_refusal
        WHERE told_at IS NULL AND decided_at < now() - interval '45 minutes'
        UNION ALL
        SELECT 'application:' || id, 'leaves', leaves_at FROM applications_application
        WHERE leaves_at < now() - interval '15 minutes'
    """)


@invariant("I3a", "同じ手紙（種類・対象・宛先・期）は1通だけである。")
def double_letters() -> list[str]:
    """Letters that exist twice."""
    return rows("""
        SELECT kind, subject, period, count(*) FROM outbox_letter
        GROUP BY kind, subject, recipient, period HAVING count(*) > 1
    """)


@invariant("I3b", "新着の知らせは、募集と宛先ごとに1通だけである。")
def double_news() -> list[str]:
    """News of one posting to one address in more than one letter of a kind, whatever its period."""
    return rows("""
        SELECT kind, subject, count(*) FROM outbox_letter WHERE kind LIKE 'alerts.new%'
        GROUP BY kind, subject, recipient HAVING count(*) > 1
    """)


@invariant("I4a", "手紙の宛先は、1つだけである。")
def letters_to_several() -> list[str]:
    """Letters whose recipient is not exactly one address."""
    return rows("""
        SELECT id, kind FROM outbox_letter WHERE recipient !~ '^[^@,;[:space:]]+@[^@,;[:space:]]+$'
    """)


@invariant("I4b", "停止した紹介事業者には、停止のあとに手紙が送られない。")
def letters_after_a_stop() -> list[str]:
    """Letters sent to a recruiter after it stopped; two minutes are one letter's lease."""
    return rows("""
        SELECT l.id, l.kind, 'recruiter:' || r.id
        FROM outbox_letter l JOIN alerts_recruiter r ON r.address = l.recipient
        WHERE l.stop_url LIKE '%/recruiters/stop/%' AND r.status = 'stopped' AND l.sent_at > r.stopped_at + interval '2 minutes'
    """)


@invariant("I4c", "募集の知らせに、応募した人の情報はない。")
def applicants_in_alerts() -> list[str]:
    """Letters about a posting that hold the address or telephone number of one of its applicants."""
    return rows("""
        SELECT l.id, l.kind, 'application:' || a.id
        FROM applications_application a
        JOIN outbox_letter l ON l.subject = 'posting:' || a.posting_id AND l.kind LIKE 'alerts.%'
        WHERE a.email <> '' AND position(a.email IN l.body) > 0
           OR a.phone <> '' AND position(a.phone IN l.body) > 0
    """)
