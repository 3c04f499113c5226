"""I8 and I9: every state has its way in the events, every event its actor, and the facility itself published."""

from dataclasses import dataclass

from django.conf import settings

from applications.lifecycle import APPLICATION, INQUIRY, INTERVIEW
from facilities.lifecycle import ADDRESS_CHANGE, INVITATION, REGISTRATION
from keynet.invariants import invariant, rows
from keynet.lifecycle import Lifecycle
from postings.alerts.lifecycle import CONDITION, RECRUITER
from postings.lifecycle import COMPLAINT, POSTING


@dataclass(frozen=True)
class Noun:
    """What has states: the word of its subject, its table, its moves and the state it begins in."""

    word: str
    table: str
    lifecycle: Lifecycle
    first: str

    @property
    def moves(self) -> dict[str, str | list[str]]:
        """Return the table of moves as parameters of the queries below."""
        arrows = [(m.event, source, m.target) for m in self.lifecycle.moves.values() for source in m.sources]
        events, sources, targets = map(list, zip(*arrows, strict=True))
        return {
            "word": self.word,
            "first": self.first,
            "events": events,
            "sources": sources,
            "targets": targets,
        }


NOUNS = (
    Noun("registration", "facilities_registration", REGISTRATION, "draft"),
    Noun("invitation", "facilities_invitation", INVITATION, "waiting"),
    Noun("addresschange", "facilities_addresschange", ADDRESS_CHANGE, "asked"),
    Noun("posting", "postings_posting", POSTING, "draft"),
    Noun("complaint", "postings_complaint", COMPLAINT, "received"),
    Noun("application", "applications_application", APPLICATION, "unproved"),
    Noun("inquiry", "applications_inquiry", INQUIRY, "unproved"),
    Noun("interview", "applications_interview", INTERVIEW, "agreed"),
    Noun("recruiter", "alerts_recruiter", RECRUITER, "invited"),
    Noun("savedcondition", "alerts_savedcondition", CONDITION, "waiting"),
)

# The events of a noun in their order, laid against its table of moves.
STEPS = """
    moves AS (SELECT * FROM unnest(%(events)s::text[], %(sources)s::text[], %(targets)s::text[])
              AS m(event, source, target)),
    steps AS (
        SELECT e.subject, e.name, t.target,
            lag(t.target, 1, %(first)s::text) OVER (PARTITION BY e.subject ORDER BY e.id) AS before,
            row_number() OVER (PARTITION BY e.subject ORDER BY e.id DESC) AS from_the_end
        FROM outbox_event e JOIN (SELECT DISTINCT event, target FROM moves) t ON t.event = e.name
        WHERE e.subject LIKE %(word)s || ':%%'
    )
"""


@invariant("I8a", "状態は、許された順にだけ変わる。")
def impossible_steps() -> list[str]:
    """Events that the table of moves does not allow after the event before them."""
    sql = f"""
        WITH {STEPS}
        SELECT s.subject, s.name, 'after ' || s.before FROM steps s
        WHERE NOT EXISTS (SELECT FROM moves m WHERE m.event = s.name AND m.source = s.before)
    """  # noqa: S608 -- our own text
    return [row for noun in NOUNS for row in rows(sql, noun.moves)]


@invariant("I8b", "いまの状態は、最後の出来事が示す状態と同じである。")
def unexplained_states() -> list[str]:
    """Rows whose status is not where their last event led."""
    found: list[str] = []
    for noun in NOUNS:
        sql = f"""
            WITH {STEPS}
            SELECT %(word)s || ':' || r.id, r.status, 'events say ' || coalesce(s.target, %(first)s)
            FROM {noun.table} r
            LEFT JOIN steps s ON s.subject = %(word)s || ':' || r.id AND s.from_the_end = 1
            WHERE r.status <> coalesce(s.target, %(first)s)
        """  # noqa: S608 -- the tables are named above
        found += rows(sql, noun.moves)
    return found


@invariant("I8c", "どの出来事にも、行為者がいる。")
def events_by_nobody() -> list[str]:
    """Events without an actor."""
    return rows("SELECT id, name, subject FROM outbox_event WHERE actor = ''")


@invariant("I8d", "公開された募集には、いまの版の記録がある。")
def missing_versions() -> list[str]:
    """Published postings whose present version is not kept."""
    return rows("""
        SELECT 'posting:' || p.id, 'version=' || p.version FROM postings_posting p
        WHERE p.published_at IS NOT NULL AND NOT EXISTS (
            SELECT FROM postings_postingversion v WHERE v.posting_id = p.id AND v.number = p.version
        )
    """)


@invariant("I9", "募集を公開するのは、その時に所属していた施設の人だけである。")
def foreign_publications() -> list[str]:
    """Publications and resumptions by somebody who was not of the facility at that moment.

    Only a demonstration may have postings that nobody published: they were there when it began.
    """
    return rows(
        """
        SELECT e.subject, e.name, e.actor FROM outbox_event e
        JOIN postings_posting p ON e.subject = 'posting:' || p.id
        WHERE e.name IN ('posting.published', 'posting.resumed') AND e.actor <> %(excepted)s AND NOT EXISTS (
            SELECT FROM facilities_membership m
            WHERE m.facility_id = p.facility_id AND e.actor = 'user:' || m.user_id
              AND m.joined_at <= e.at AND (m.left_at IS NULL OR m.left_at >= e.at)
        )
        """,
        {"excepted": "demonstration" if settings.DEMO else ""},
    )
