"""What the product's own verbs would have written beside a posting: versions, checks, events, hires.

Made by PostgreSQL from the rows that are there: they need not travel, and cannot disagree with them.
"""

from django.db import connection, models

from applications.models import Hire
from keynet.scale.copying import insert_selected
from keynet.scale.plan import Plan
from postings.models.posting import TERM_FIELDS

VERSIONS = f"""
    INSERT INTO postings_postingversion (id, posting_id, number, terms, actor, at)
    SELECT p.id - %(first_posting)s + %(first_version)s, p.id, p.version, to_jsonb(t), 'demonstration', p.published_at
    FROM postings_posting p, LATERAL (SELECT {", ".join(f"p.{name}" for name in TERM_FIELDS)}) t
    WHERE p.id BETWEEN %(first)s AND %(last)s AND p.published_at IS NOT NULL
"""  # noqa: S608  (the model's own field names)

REVIEWS = """
    INSERT INTO postings_review (posting_id, outcome, reasons, terms, note, received_at, due_on, decided_at,
        decided_by_id)
    SELECT id, CASE WHEN status IN ('returned', 'rejected') THEN status ELSE 'confirmed' END, '{}', '{}', '',
        submitted_at, coalesce(due_on, submitted_at::date + 2), coalesce(checked_at, submitted_at + interval '20 hours'),
        %(officer)s
    FROM postings_posting
    WHERE id BETWEEN %(first)s AND %(last)s AND status NOT IN ('draft', 'submitted')
    ORDER BY id
"""

EVENTS = """
    INSERT INTO outbox_event (name, subject, actor, data, at, handled_at, tries, next_try_at, last_error)
    SELECT step.name, 'posting:' || p.id, 'demonstration', '{}', step.at, step.at, 0, step.at, ''
    FROM postings_posting p, LATERAL (VALUES
        (1, 'posting.submitted', p.submitted_at),
        (2, 'posting.checked', p.checked_at),
        (3, 'posting.published', p.published_at),
        (4, 'posting.' || p.status, CASE
            WHEN p.status IN ('returned', 'rejected') THEN p.submitted_at + interval '20 hours'
            WHEN p.status IN ('paused', 'suspended') THEN p.published_at + interval '1 day'
            WHEN p.status = 'closed' THEN p.closed_at END)
    ) step (place, name, at)
    WHERE p.id BETWEEN %(first)s AND %(last)s AND step.at IS NOT NULL
    ORDER BY p.id, step.place
"""

APPLICATION_EVENTS = """
    INSERT INTO outbox_event (name, subject, actor, data, at, handled_at, tries, next_try_at, last_error)
    SELECT 'application.' || step.name, 'application:' || a.id, 'demonstration', '{}', step.at, step.at, 0, step.at, ''
    FROM applications_application a, LATERAL (VALUES
        (1, 'submitted', true, a.submitted_at),
        (2, 'reviewed', a.status IN ('reviewing', 'hired', 'not_selected'), a.moved_at),
        (3, 'invited', a.status = 'interview', a.moved_at),
        (4, 'offered', a.status = 'hired', a.moved_at),
        (5, CASE a.status WHEN 'withdrawn' THEN 'withdrawn' WHEN 'hired' THEN 'hired' ELSE 'not_selected' END,
            a.status IN ('withdrawn', 'hired', 'not_selected'), a.moved_at)
    ) step (place, name, happened, at)
    WHERE a.posting_id BETWEEN %(first)s AND %(last)s AND step.happened
    ORDER BY a.id, step.place
"""

HIRES = """
    SELECT id AS application_id, posting_id, moved_at AS hired_at, moved_at::date + 14 AS starts_on,
        -- Every 14 days from the start on, the facility was asked for the report of the training.
        CASE WHEN moved_at::date + 28 <= %(today)s::date THEN %(today)s::date - (%(today)s::date - moved_at::date) %% 14 END
            AS training_asked_on,
        moved_at::date AS licence_seen_on, '採用 担当' AS licence_seen_by, %(officer)s AS hired_by_id
    FROM applications_application
    WHERE posting_id BETWEEN %(first)s AND %(last)s AND status = 'hired'
    ORDER BY id
"""


def write_records(plan: Plan, ids: range) -> None:
    """Write everything that belongs to these postings, which are there with their applications."""
    names: dict[str, int | str] = {
        "first": ids.start,
        "last": ids.stop - 1,
        "first_posting": plan.first_posting,
        "first_version": plan.first_version,
        "officer": plan.officer,
        "today": plan.today.isoformat(),
    }
    with connection.cursor() as cursor:
        for statement in (VERSIONS, REVIEWS, EVENTS, APPLICATION_EVENTS):
            cursor.execute(statement, names)
    insert_selected(Hire, HIRES, names)


def record_starts(model: type[models.Model], event: str, started_at: str, first: int) -> None:
    """Record the one event by which rows with these ids or higher began, where their column says when."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO outbox_event (name, subject, actor, data, at, handled_at, tries, next_try_at, last_error)
            SELECT %(event)s, %(word)s || ':' || id, 'demonstration', '{{}}', {started_at}, {started_at}, 0,
                {started_at}, ''
            FROM {model._meta.db_table} WHERE id >= %(first)s AND {started_at} IS NOT NULL ORDER BY id
            """,  # noqa: S608  (names of our own tables and columns)
            {"event": event, "word": model._meta.model_name, "first": first},
        )
