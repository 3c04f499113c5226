"""I12: who decides about a facility's people is never nobody, and no address is kept longer than it is waited for."""

from keynet.invariants import invariant, rows


@invariant("I12", "確認済みで職員のいる施設には、管理者がいる。")
def facilities_without_admin() -> list[str]:
    """Confirmed facilities with people, none of whom decides about the others."""
    return rows("""
        SELECT 'facility:' || f.id, count(m.id) FROM facilities_facility f
        JOIN facilities_membership m ON m.facility_id = f.id AND m.left_at IS NULL
        WHERE f.confirmed_at IS NOT NULL
        GROUP BY f.id HAVING NOT bool_or(m.role = 'admin')
    """)


@invariant("I12b", "取り消した招待、期限から日がたった招待には、使えるリンクもメールアドレスもない。")
def invitations_not_forgotten() -> list[str]:
    """Invitations that are over and still open something, and addresses that nobody forgot (two nights may be lost)."""
    return rows("""
        SELECT 'invitation:' || i.id, 'link' FROM facilities_invitation i
        JOIN accounts_mailedlink l ON l.subject = 'invitation:' || i.id AND l.used_at IS NULL
        WHERE i.status <> 'waiting'
        UNION ALL
        SELECT 'invitation:' || id, 'kept' FROM facilities_invitation
        WHERE status = 'waiting' AND expires_at < now() - interval '32 days'
    """)
