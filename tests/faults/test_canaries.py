"""A word typed into every field is looked for in every place that anything writes to, before and after the masking."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import redis
from celery import Celery
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import caches
from django.db import connection, transaction
from django.utils import timezone

from applications.models import Application, Inquiry
from keynet.accounts.models import User
from keynet.env import celery_broker
from keynet.outbox.events import record
from keynet.outbox.models import Event, Letter
from keynet.privacy.models import Erasure
from postings.alerts.conditions.links import STOP
from postings.alerts.models import Subscriber
from postings.models import Complaint, Posting
from tests.applications.filling import answers, apply_url
from tests.builders import make_published
from tests.faults.canaries import (
    CANARY,
    FAILING,
    HIRED,
    MARKS,
    REFUSED,
    SUBSCRIBED,
    TYPED,
    apply,
    ask,
    hire,
    look_around,
    refuse,
    report,
    subscribe,
)
from tests.faults.conftest import wait_until
from tests.faults.restoring import address_of, asked, dump, restored
from tests.faults.scene import everybody
from tests.faults.test_servers import manage
from tests.faults.traces import carried, found, kept, told
from tests.faults.visitor import Visitor
from tests.faults.whole_site import WholeSite, whole_site

pytestmark = pytest.mark.processes
NIGHT = (
    "applications.forget_unproved",
    "applications.mask_ended",
    "postings.mask_complaints",
    "alerts.forget_unstarted",
    "privacy.forget_letter_texts",
    "privacy.forget_ended_sessions",
)
COUNTS = """
    SELECT 'application', status, count(*) FROM applications_application GROUP BY status
    UNION ALL SELECT 'inquiry', status, count(*) FROM applications_inquiry GROUP BY status
    UNION ALL SELECT 'complaint', topic, count(*) FROM postings_complaint GROUP BY topic
    UNION ALL SELECT 'hire', (cancelled_at IS NULL)::text, count(*) FROM applications_hire GROUP BY 2
    UNION ALL SELECT 'posting', number, hired_count FROM postings_posting, LATERAL (SELECT id::text AS number) n
    ORDER BY 1, 2
"""
LETTERS_ARE_OLD = """
from datetime import timedelta
from pathlib import Path
from django.utils import timezone
from keynet.outbox.models import Letter
from keynet.privacy.forgetting import forget_letter_texts
Letter.objects.update(created_at=timezone.now() - timedelta(days=200))
forget_letter_texts()
"""


def test_after_the_nights_work_nobody_is_found_anywhere(environment: dict[str, str]) -> None:
    scene = everybody(recruiters=0)
    posting = make_published(scene.facility, scene.sato, scene.okada)
    with whole_site(environment) as site:
        one, two = apply(site, posting, HIRED), apply(site, posting, REFUSED)
        clerk = Visitor(site.port, scene.sato)
        hire(site, scene, clerk, *one)
        refuse(clerk, scene.facility, two[0])
        ask(site, clerk, scene.facility, posting)
        report(site, posting, scene.okada)
        subscribe(site)
        look_around(site, clerk, scene.facility)
        fail(site, posting)
        all_has_left()

        own = {address: {CANARY} for address in (HIRED, REFUSED, SUBSCRIBED)}
        before = found(MARKS, kept())
        assert {"dump: カナリア", "dump: 09098765432", "dump: canary"} <= set(before)
        assert found(MARKS, carried(site)) == []
        assert told(site, MARKS, own) == []
        assert told(site, MARKS, {}), "the search of the mails finds what is there"

        figures, backup = counts(), dump()
        half_a_year_passes(site, posting, scene.sato)
        work_at_night(site)
        assert found(MARKS, kept()) == []
        assert found(MARKS, carried(site)) == []
        assert counts() == figures
        with restored(backup) as database:
            assert found(MARKS, {"backup": dump(database)})
            after_a_restore({**site.variables, "DATABASE_URL": address_of(database)})
            assert found(MARKS, {"backup": dump(database)}) == []
            assert asked(database, COUNTS) == figures
        plant(site)
        places = {hit.partition(":")[0] for hit in found(MARKS, {**kept(), **carried(site)})}
        assert places == {"dump", "sessions", "cache", "valkey", "valkey's file", "worker.log"}


def fail(site: WholeSite, posting: Posting) -> None:
    """The database refuses rows with people in them: under a request, and under a reaction in the worker."""
    with refusing("applications_application", "email <> 'canary6@seeker.example'"):
        facts = answers(posting, **TYPED, email=FAILING)
        Visitor(site.port).post(apply_url(posting), facts, status=500)
    with refusing("outbox_letter", "recipient NOT LIKE 'canary%'"):
        application = Application.objects.get(email=REFUSED)
        Event.objects.filter(name="application.hired").update(handled_at=None)
        with transaction.atomic():
            record("application.lapsed", subject=application, actor="clock", before="submitted")
        wait_until(lambda: Event.objects.filter(tries__gt=0).exists())


@contextmanager
def refusing(table: str, condition: str) -> Iterator[None]:
    """Let a table refuse some rows; the database's refusal quotes the row."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT refusing CHECK ({condition}) NOT VALID")
        try:
            yield
        finally:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT refusing")


def all_has_left() -> None:
    """Wait until every event has become letters and every letter has left."""
    Event.objects.filter(tries__gt=0).update(next_try_at=timezone.now())
    wait_until(lambda: not Event.objects.filter(handled_at=None).exists())
    wait_until(lambda: not Letter.objects.exclude(status="sent").exists())


def half_a_year_passes(site: WholeSite, posting: Posting, by: User) -> None:
    """Everything is over since long, and who was told of new postings has stopped it."""
    stop = STOP.url(Subscriber.objects.get(address=SUBSCRIBED))
    Visitor(site.port).post("/" + stop.split("/", 3)[3], {})
    posting.refresh_from_db()
    posting.close(by=by, reason="filled")
    all_has_left()
    long_ago = timezone.now() - timedelta(days=200)
    Posting.objects.update(closed_at=long_ago)
    Inquiry.objects.update(answered_at=long_ago)
    Complaint.objects.update(settled_at=long_ago)
    Letter.objects.update(created_at=long_ago)


def work_at_night(site: WholeSite) -> None:
    """The clock's messages through Valkey to the worker, and wait until all is done."""
    broker, ledger = Celery(broker=celery_broker(site.valkey_url)), Path(site.variables["ERASURES_FILE"])
    for task in NIGHT:
        broker.send_task(task)
    wait_until(lambda: not Application.objects.known().exists())
    wait_until(
        lambda: not Inquiry.objects.known().exists() and not Complaint.objects.exclude(email="").exists()
    )
    wait_until(lambda: not Letter.objects.exclude(body="").exists())
    broker.send_task("privacy.copy_erasures")
    wait_until(lambda: ledger.exists() and len(ledger.read_text().splitlines()) == Erasure.objects.count())


def counts() -> str:
    """Return what the ministry counts, every application with its state among it."""
    return asked(connection.settings_dict["NAME"], COUNTS)


def after_a_restore(env: dict[str, str]) -> None:
    """What the runbook says: replay the ledger's copy; what is due by time alone goes the next night."""
    manage(env, "replay_erasures", env["ERASURES_FILE"])
    manage(env, "shell", "-v0", "-c", LETTERS_ARE_OLD)


def plant(site: WholeSite) -> None:
    """Leave a word everywhere, so that a search that finds nothing is known to look."""
    redis.from_url(site.valkey_url).set("planted", b64encode(f"planted {CANARY}".encode()))
    caches["default"].set("planted", CANARY)
    session = SessionStore()
    session["planted"] = CANARY
    session.save()
    with (site.places.logs / "worker.log").open("a") as log:
        log.write(CANARY)
    Posting.objects.update(title=CANARY)
