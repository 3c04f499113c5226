"""監査ログ (F.15): staff are named with their organisation at that time; whoever looks for work never is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from applications.models import Application, PersonalAccess
from applications.reports.log_words import BY_OTHERS, BY_STAFF, OPERATIONS, READINGS
from applications.reports.models import Export, LogLine
from facilities.models import Facility
from keynet.accounts.models import User
from keynet.outbox.models import Event
from keynet.privacy.retention import APPLICANT
from tests.applications.reports.taking import lines_of, text_of
from tests.builders import make_application, make_published, make_user
from tests.consistency.event_names import event_names

pytestmark = pytest.mark.django_db
CANARY = "ソノカナリア"


def test_every_operation_has_words_and_no_words_are_left_over() -> None:
    assert event_names() == set(OPERATIONS) - set(READINGS)
    assert not set(BY_STAFF) & set(BY_OTHERS)


def test_who_did_what_to_what_stands_in_the_file(
    sakura: Facility, sato: User, okada: User, mori: User
) -> None:
    posting = make_published(sakura, sato, okada)
    lines = lines_of(mori, "log")
    (checked,) = [line for line in lines if line["操作"] == "確認済みにしました"]
    assert (checked["利用者"], checked["組織"]) == (okada.name, "運営事務局")
    assert checked["対象"] == f"募集情報 {posting.number}"
    (published,) = [line for line in lines if line["操作"] == "公開しました"]
    assert (published["利用者"], published["組織"]) == (sato.name, "さくら病院")
    assert [line["日時"] for line in lines] == sorted(line["日時"] for line in lines)
    assert list(checked) == ["日時", "利用者", "組織", "操作", "対象", "記録の番号"]


def test_the_organisation_is_that_of_the_time_even_after_leaving(
    sakura: Facility, midori: Facility, sato: User, okada: User, mori: User
) -> None:
    make_published(sakura, sato, okada)
    now = timezone.now()
    sakura.memberships.create(user=make_user("head@sakura.example"), role="admin")
    sakura.memberships.filter(user=sato).update(left_at=now)
    midori.memberships.create(user=sato, joined_at=now)
    done = [line["組織"] for line in lines_of(mori, "log") if line["利用者"] == sato.name]
    assert set(done) == {"さくら病院"}


def test_of_several_facilities_the_one_concerned_is_named(
    sakura: Facility, midori: Facility, sato: User, okada: User, mori: User
) -> None:
    midori.memberships.create(user=sato)
    make_published(sakura, sato, okada)
    done = [line["組織"] for line in lines_of(mori, "log") if line["利用者"] == sato.name]
    assert set(done) == {"さくら病院"}


def test_readings_of_personal_data_stand_among_the_operations(
    sakura: Facility, sato: User, okada: User, mori: User
) -> None:
    application = make_application(make_published(sakura, sato, okada))
    PersonalAccess.objects.create(
        actor=sato, body="facility", facility=sakura, page="sheet", application=application
    )
    (line,) = lines_of(mori, "log", "?group=reading")
    assert line["操作"] == "個人情報を閲覧しました（応募シート）"
    assert (line["利用者"], line["対象"]) == (sato.name, f"応募 {application.number}")


def test_no_applicants_data_is_in_the_file(sakura: Facility, sato: User, okada: User, mori: User) -> None:
    posting = make_published(sakura, sato, okada)
    words = {
        name: CANARY
        for name in APPLICANT.split()
        if Application._meta.get_field(name).get_internal_type() in ("CharField", "TextField")
        and not Application._meta.get_field(name).choices
    }
    nakamura = make_user("kanaria@seeker.example", CANARY)
    application = make_application(posting, **{**words, "email": nakamura.email})
    for name in BY_OTHERS:
        Event.objects.create(name=name, subject=f"application:{application.pk}", actor=nakamura.actor_key)
    Event.objects.create(name="application.unheard_of", subject="application:1", actor=nakamura.actor_key)
    text = text_of(mori, "log")
    assert CANARY not in text and "kanaria" not in text and "@" not in text
    assert text.count("氏名を表示しない利用者") >= len(BY_OTHERS) + 1


def test_staff_who_apply_elsewhere_are_not_named_as_applicants(
    sakura: Facility, sato: User, suzuki: User, midori: Facility, okada: User, mori: User
) -> None:
    application = make_application(make_published(midori, suzuki, okada), email=sato.email)
    Event.objects.create(
        name="application.accepted", subject=f"application:{application.pk}", actor=sato.actor_key
    )
    lines = [line for line in lines_of(mori, "log") if line["対象"].startswith("応募")]
    assert lines and not [line for line in lines if sato.name in str(line) or "さくら" in str(line)]


def test_the_page_begins_with_thirty_days_and_the_record_says_so(
    sakura: Facility, sato: User, okada: User, mori: User
) -> None:
    make_published(sakura, sato, okada)
    Event.objects.update(at=timezone.now() - timedelta(days=31))
    assert [line["操作"] for line in lines_of(mori, "log")] == ["ファイルを書き出しました"]
    assert Export.objects.get().query.startswith("since=")
    assert len(lines_of(mori, "log", "?since=2020年1月1日")) == LogLine.objects.count()


def test_nobody_but_the_ministry_reads_the_log(sato: User, okada: User, mori: User) -> None:
    Event.objects.create(name="posting.checked", subject="posting:1", actor=okada.actor_key)
    assert LogLine.objects.visible_to(mori).count() == 1
    for person in (sato, okada):
        assert not LogLine.objects.visible_to(person).exists()
