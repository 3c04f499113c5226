"""A backup brought back does not bring people back: the ledger says whom to erase again."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import models

from applications.masking import mask_ended
from applications.models import Application, Inquiry, Message
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.privacy import stopping
from keynet.privacy.ledger import digest
from keynet.privacy.models import Erasure
from postings.models import Posting
from tests.applications.ending import asked, ended, hired
from tests.builders import make_application, make_published

pytestmark = pytest.mark.django_db
PEOPLE: tuple[type[models.Model], ...] = (Application, Inquiry, Message)


@pytest.fixture
def posting(sakura: Facility, sato: User, okada: User) -> Posting:
    return make_published(sakura, sato, okada)


def dumped() -> list[tuple[type[models.Model], list[dict[str, Any]]]]:
    return [(model, list(model._base_manager.order_by("pk").values())) for model in PEOPLE]


def restored(backup: list[tuple[type[models.Model], list[dict[str, Any]]]]) -> None:
    """Bring the rows back as they were, and the ledger with them: it was in the same database."""
    for model, rows in backup:
        for row in rows:
            model._base_manager.filter(pk=row["id"]).update(**row)
    Erasure.objects.all().delete()


def replayed(file: Path) -> str:
    words = StringIO()
    call_command("replay_erasures", str(file), stdout=words)
    return words.getvalue()


def test_who_was_erased_is_erased_again_after_a_restore_and_nobody_else(
    posting: Posting, sato: User, okada: User, sakura: Facility, tmp_path: Path
) -> None:
    hired(posting, sato)
    asked(posting)
    ended(posting, sato, days=400)
    Inquiry.objects.update(submitted_at="2020-01-01T00:00Z")
    open_still = make_application(make_published(sakura, sato, okada), email="open@seeker.example")
    backup = dumped()
    file = tmp_path / "erasures"
    assert mask_ended() == 2
    call_command("export_erasures", str(file), stdout=StringIO())
    masked = dumped()

    restored(backup)
    assert Application.objects.known().count() == 2 and "中村" in str(dumped())
    assert replayed(file) == "2 of 2 had come back and were erased again.\n"
    again = dumped()
    assert without_times(again) == without_times(masked)
    assert Erasure.objects.count() == 2
    open_still.refresh_from_db()
    assert open_still.masked_at is None
    assert replayed(file) == "0 of 2 had come back and were erased again.\n"


def without_times(dump: list[tuple[type[models.Model], list[dict[str, Any]]]]) -> list[dict[str, Any]]:
    return [{k: v for k, v in row.items() if k != "masked_at"} for _model, rows in dump for row in rows]


def test_the_file_only_grows(posting: Posting, sato: User, tmp_path: Path) -> None:
    make_application(posting)
    ended(posting, sato, days=200)
    mask_ended()
    file = tmp_path / "erasures"
    for added in (1, 0):
        words = StringIO()
        call_command("export_erasures", str(file), stdout=words)
        assert words.getvalue() == f"{added} erasures were added.\n"
    before = file.read_text()
    Erasure.objects.create(digest="f" * 64)
    call_command("export_erasures", str(file), stdout=StringIO())
    assert file.read_text().startswith(before) and len(file.read_text().splitlines()) == 2


def test_the_file_names_nobody(posting: Posting, tmp_path: Path) -> None:
    application = make_application(posting)
    mark = digest(application)
    assert len(mark) == 64 and str(application.public_id) not in mark
    again = make_application(posting, email="again@seeker.example")
    assert digest(again) != mark


def test_a_file_that_was_cut_off_is_refused_whole(tmp_path: Path) -> None:
    file = tmp_path / "erasures"
    file.write_text(f"2026-11-21T03:30:00+09:00 {'a' * 64}\n2026-11-21T03:3")
    with pytest.raises(CommandError, match="not a line"):
        call_command("replay_erasures", str(file), stdout=StringIO())
    assert not Erasure.objects.exists()


def test_a_stop_that_the_backup_brought_back_is_said(okada: User, tmp_path: Path) -> None:
    stopping.stop("止めたまま保存された状態です。", by=okada)
    with pytest.raises(CommandError, match="lift it"):
        call_command("replay_erasures", str(tmp_path / "none"), stdout=StringIO())
