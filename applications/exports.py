"""The list of applicants as a file (domain.md F.8), for the facility's admins alone."""

from django.db import transaction

from applications.models import Application, ListFile
from applications.models.application import ApplicationQuerySet
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.events import record
from keynet.vocabulary.contact import format_phone
from keynet.vocabulary.prefectures import PREFECTURES
from postings.exports.writer import Column

COLUMNS = [
    Column("受付番号", lambda row: row.number),
    Column("氏名", lambda row: row.full_name),
    Column("フリガナ", lambda row: f"{row.family_kana} {row.given_kana}".strip()),
    Column("資格", lambda row: row.licence_names),
    Column("電話", lambda row: format_phone(row.phone)),
    Column("メール", lambda row: row.email),
    Column("住所地", lambda row: f"{PREFECTURES[row.prefecture].name}{row.city}"),
    Column("状態", lambda row: row.get_status_display()),
    Column("応募日", lambda row: row.submitted_at),
    Column("最終更新", lambda row: row.moved_at),
    Column("メモ", lambda row: "\n".join(note.text for note in row.notes.all())),
]


def taken(
    facility: Facility, rows: ApplicationQuerySet, *, by: User, purpose: str
) -> tuple[ListFile, list[Application]]:
    """Return the rows whose people are known, and the record of who took them away and what for."""
    with transaction.atomic():
        found = list(rows.known().prefetch_related("notes").order_by("-submitted_at", "-pk"))
        file = ListFile.objects.create(
            facility=facility, taken_by=by, purpose=purpose, applications=[row.pk for row in found]
        )
        record("applicants.exported", subject=facility, actor=by.actor_key, rows=len(found), file=file.pk)
    return file, found


def columns_of(file: ListFile) -> list[Column]:
    """Return the columns, and the file's number in each line: one leaked line names its file (`trace_file`)."""
    return [*COLUMNS, Column("ファイルの番号", lambda _row: file.number)]
