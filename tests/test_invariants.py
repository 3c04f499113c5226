"""Each invariant finds what it is there to find: the rows are broken behind the back of the code."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from facilities.models import Desk, Facility
from keynet.accounts.models import User
from keynet.invariants import check
from keynet.outbox.models import Letter
from postings.alerts.conditions.asking import start
from postings.models import Posting
from tests.alerts import make_desk, make_recruiter, react
from tests.builders import make_application, make_published
from tests.postings.alerts.subscribers import ask

pytestmark = pytest.mark.django_db
NEWS = "kind LIKE 'alerts.new%'"

# What is done to the database, and which invariant must notice.
DAMAGE = [
    ("I1a", "DELETE FROM outbox_letter WHERE kind = 'alerts.new_for_prefecture'"),
    ("I1a", "DELETE FROM outbox_letter WHERE kind = 'alerts.new_for_nurse_center'"),
    ("I1b", "DELETE FROM outbox_letter WHERE kind = 'alerts.new_for_recruiter'"),
    ("I1c", "UPDATE alerts_savedcondition SET told_until = now() - interval '49 hours'"),
    ("I2a", "UPDATE outbox_event SET handled_at = NULL, next_try_at = now() - interval '16 minutes'"),
    ("I2a", "UPDATE outbox_event SET handled_at = NULL, next_try_at = now() + interval '1 hour', tries = 8"),
    ("I2b", "UPDATE outbox_letter SET next_try_at = now() - interval '16 minutes'"),
    ("I2b", "UPDATE outbox_letter SET status = 'sending', lease_until = now() - interval '16 minutes'"),
    (
        "I2c",
        "INSERT INTO applications_refusal (application_id, reason, text, decided_by_id, decided_at)"
        " SELECT id, 'other', 'x', 0, now() - interval '46 minutes' FROM applications_application",
    ),
    ("I2c", "UPDATE applications_application SET leaves_at = now() - interval '16 minutes'"),
    ("I3a", f"UPDATE outbox_letter SET kind = 'x', recipient = 'x@example.jp' WHERE {NEWS}"),
    (
        "I3b",
        f"UPDATE outbox_letter SET kind = 'alerts.new', recipient = 'x@y', period = id::text WHERE {NEWS}",
    ),
    ("I4a", f"UPDATE outbox_letter SET recipient = 'a@example.jp,b@example.jp' || id WHERE {NEWS}"),
    ("I4a", f"UPDATE outbox_letter SET recipient = 'a b@example.jp' || id WHERE {NEWS}"),
    (
        "I4b",
        "UPDATE outbox_letter SET status = 'sent', sent_at = now() + interval '3 minutes';"
        "UPDATE alerts_recruiter SET status = 'stopped', stopped_at = now()",
    ),
    ("I4c", f"UPDATE outbox_letter SET body = 'nakamura@seeker.example' WHERE {NEWS}"),
    (
        "I6",
        "INSERT INTO applications_application SELECT (jsonb_populate_record(a, jsonb_build_object("
        "'id', a.id + 1, 'public_id', gen_random_uuid(), 'email', 'x@example.jp'))).* "
        "FROM applications_application a",
    ),
    ("I7a", "UPDATE postings_posting SET hired_count = 1"),
    ("I7b", "UPDATE postings_posting SET hired_count = 3"),
    ("I7c", "UPDATE applications_application SET status = 'hired'"),
    (
        "I7d",
        "UPDATE postings_posting SET closed_at = now() - interval '1 day';"
        "INSERT INTO applications_hire (application_id, posting_id, hired_at, starts_on, licence_seen_by, terms_differ,"
        " terms_difference, referred_by, cancel_reason, hired_by_id)"
        " SELECT id, posting_id, now(), current_date, '', false, '', 'none', '', 0"
        " FROM applications_application",
    ),
    ("I7e", "UPDATE postings_posting SET filled_days = '{\"2026-12-05 09:00 17:00\": 1}'"),
    (
        "I7f",
        "INSERT INTO applications_hire (application_id, posting_id, hired_at, starts_on, licence_seen_by, terms_differ,"
        " terms_difference, referred_by, cancel_reason, hired_by_id)"
        " SELECT id, posting_id, now() - interval '30 days', current_date - 20, '', false, '', 'none', '', 0"
        " FROM applications_application;"
        'INSERT INTO applications_hireday (hire_id, "on", starts, ends)'
        " SELECT id, current_date, v.starts, '17:00' FROM applications_hire, (VALUES ('09:00'), ('10:00')) v (starts)",
    ),
    (
        "I7g",
        "INSERT INTO applications_hire (application_id, posting_id, hired_at, starts_on, licence_seen_by, terms_differ,"
        " terms_difference, referred_by, cancel_reason, hired_by_id)"
        " SELECT id, posting_id, now() - interval '30 days', current_date - 20, '', false, '', 'none', '', 0"
        " FROM applications_application",
    ),
    ("I8a", "UPDATE outbox_event SET name = 'posting.resumed' WHERE name = 'posting.checked'"),
    ("I8b", "UPDATE postings_posting SET status = 'paused'"),
    ("I8b", "UPDATE applications_application SET status = 'offered'"),
    ("I8b", "DELETE FROM outbox_event WHERE name = 'posting.published'"),
    ("I8c", "UPDATE outbox_event SET actor = ''"),
    ("I8d", "UPDATE postings_posting SET version = 7"),
    ("I11a", "UPDATE applications_application SET masked_at = now()"),
    (
        "I11b",
        "UPDATE applications_application SET masked_at = now();"
        "INSERT INTO accounts_mailproof (subject, digest, tries, created_at, expires_at)"
        " SELECT 'application:' || id, '', 0, now(), now() FROM applications_application",
    ),
    ("I11c", "UPDATE postings_posting SET closed_at = now() - interval '183 days'"),
    (
        "I11e",
        "UPDATE alerts_savedcondition SET status = 'waiting', created_at = now() - interval '10 days'",
    ),
    ("I11e", "DELETE FROM alerts_savedcondition"),
    (
        "I11e",
        "UPDATE outbox_letter SET subject = 'subscriber:0', created_at = now() - interval '3 days'"
        " WHERE kind = 'alerts.condition_asked'",
    ),
    ("I13a", "DELETE FROM postings_listing"),
    ("I13a", "UPDATE postings_listing SET wage_min = wage_min + 1"),
    ("I13b", "UPDATE postings_tally SET number = 7 WHERE trait = 'places' AND employment = 'part_time'"),
    ("I13b", "DELETE FROM postings_tally WHERE trait = 'city:14横浜市中区'"),
    ("I13c", "DELETE FROM postings_tally WHERE trait = '' AND occupation = ''"),
    ("I9", "UPDATE outbox_event SET actor = 'user:0' WHERE name = 'posting.published'"),
    ("I9", "UPDATE facilities_membership SET left_at = joined_at - interval '1 day'"),
]


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    """A published posting, everybody told, and one applicant."""
    make_desk(Desk.Kind.PREFECTURAL_OFFICE, "14", "iryo@kanagawa.example")
    make_desk(Desk.Kind.NURSE_CENTER, "14", "nurse@kanagawa.example")
    make_recruiter(okada, "jinzai@recruiter.example", occupations=["nurse"])
    published = make_published(sakura, sato, okada)
    react()
    make_application(published)
    start(ask())
    react()
    return published


def broken() -> dict[str, list[str]]:
    return {invariant.code: rows for invariant, rows in check()}


def without_constraints(sql: str) -> None:
    """Do the damage although the database would refuse it; everything is back when the test ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "SELECT conrelid::regclass, conname FROM pg_constraint"
            " WHERE conrelid <> 0 AND connamespace = 'public'::regnamespace"
            " AND (contype = 'c' OR conname = 'letter_once' OR conname ~ '_submission_id_.*key')"
        )
        for table, name in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}" CASCADE')
        cursor.execute(sql)


def test_all_hold_for_what_the_product_does_itself(posting: Posting, sato: User) -> None:
    assert broken() == {}
    for letter in Letter.objects.all():
        letter.settle(Letter.Status.SENT)
    posting.pause(by=sato)
    react()
    posting.close(by=sato, reason="filled")
    react()
    assert broken() == {}


@pytest.mark.parametrize(("code", "sql"), DAMAGE)
def test_damage_is_found(posting: Posting, code: str, sql: str) -> None:
    without_constraints(sql)
    assert code in broken()
    Letter.objects.all().delete()  # the suite's own check of every letter would find them, too


def test_a_recruiter_that_chose_later_is_not_owed_a_letter(posting: Posting, okada: User) -> None:
    make_recruiter(okada, "late@recruiter.example")
    assert "I1b" not in broken()


def test_the_command_lists_the_rows_and_fails(posting: Posting) -> None:
    words = StringIO()
    call_command("check_invariants", stdout=words)
    assert "invariants hold" in words.getvalue()
    without_constraints("UPDATE postings_posting SET version = 7")
    with pytest.raises(SystemExit) as ended:
        call_command("check_invariants", stdout=words)
    assert ended.value.code == 1
    assert f"posting:{posting.pk} version=7" in words.getvalue()
