"""Changes of terms: versions, whole forms, and room for those already hired."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from facilities.models import Facility
from keynet.accounts.models import User
from keynet.forms.retyped import retyped
from keynet.lifecycle import NotNow
from keynet.outbox.models import Event
from postings.check.changes import look_at_changes, not_yet_seen
from postings.differences import changes
from postings.forms.blocks import BLOCK_FORMS
from postings.models import Posting
from postings.upkeep.revising import revise, set_headcount
from tests.builders import make_draft, make_published

pytestmark = pytest.mark.django_db


def typed(posting: Posting, block: str, **changes: Any) -> dict[str, Any]:
    """Return what the block's page would send, with some answers changed."""
    form = BLOCK_FORMS[block](instance=posting)
    answers = {name: "" if value is None else value for name, value in retyped(form).items()}
    return {**answers, **changes}


def test_a_change_of_a_public_posting_is_a_version_and_an_event(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    revision = revise(posting, "pay", typed(posting, "pay", wage_min="2400"), by=sato)
    posting.refresh_from_db()
    assert revision.stored
    assert [change.field for change in revision.changes] == ["wage_min"]
    assert (posting.wage_min, posting.version) == (2400, 2)
    assert posting.versions.get(number=2).terms["wage_min"] == 2400
    assert Event.objects.about(posting).last().data == {"fields": ["wage_min"]}


def test_saving_without_a_change_keeps_the_version(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    assert revise(posting, "pay", typed(posting, "pay"), by=sato).stored
    posting.refresh_from_db()
    assert posting.version == 1
    assert Event.objects.about(posting).last().name == "posting.published"


def test_changes_are_shown_before_they_become_public(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    revision = revise(posting, "pay", typed(posting, "pay", wage_min="2400"), by=sato, shown=False)
    posting.refresh_from_db()
    assert not revision.stored
    assert revision.changes[0].after == "2,400円"
    assert (posting.wage_min, posting.version) == (2300, 1)


def test_a_draft_may_have_gaps_and_makes_no_event(sakura: Facility, sato: User) -> None:
    posting = make_draft(sakura)
    assert revise(posting, "pay", typed(posting, "pay", wage_min=""), by=sato, draft=True).stored
    posting.refresh_from_db()
    assert posting.wage_min is None
    assert not Event.objects.about(posting).exists()


def test_from_the_check_on_every_change_leaves_the_form_whole(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(
        sakura, sato, okada, occupation="clerk", licence="不問", shift_pattern="", title="受付の事務職"
    )
    revision = revise(posting, "work", typed(posting, "work", occupation="nurse"), by=sato)
    posting.refresh_from_db()
    assert not revision.stored
    assert "「勤務の条件」を先に直してください" in revision.form.non_field_errors()[0]
    assert posting.occupation == "clerk"


def test_an_empty_legal_item_is_refused_after_the_check(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    revision = revise(posting, "work", typed(posting, "work", duties_scope=""), by=sato, draft=True)
    assert not revision.stored
    assert "duties_scope" in revision.form.errors


def test_the_headcount_is_never_below_the_hires(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada, headcount=3)
    Posting.objects.filter(pk=posting.pk).update(hired_count=2)
    with pytest.raises(ValidationError, match="すでに2名を採用しています"):
        set_headcount(posting, 1, by=sato)
    set_headcount(posting, 2, by=sato)
    posting.refresh_from_db()
    assert (posting.headcount, posting.version) == (2, 2)


def test_a_closed_posting_is_not_changed(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    posting.close(by=sato, reason="filled")
    with pytest.raises(NotNow):
        set_headcount(posting, 5, by=sato)


def test_another_facility_changes_nothing(sakura: Facility, sato: User, suzuki: User, okada: User) -> None:
    posting = make_published(sakura, sato, okada)
    with pytest.raises(PermissionDenied):
        revise(posting, "pay", typed(posting, "pay", wage_min="2400"), by=suzuki)
    with pytest.raises(PermissionDenied):
        set_headcount(posting, 5, by=okada)


def test_a_weighty_change_is_flagged_for_the_office_and_a_light_one_is_not(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    set_headcount(posting, 5, by=sato)
    assert not Posting.objects.flagged().exists()
    revise(posting, "pay", typed(posting, "pay", wage_min="2400"), by=sato)
    assert Posting.objects.flagged().get() == posting
    posting.refresh_from_db()
    unseen = [(change.before, change.after) for change in not_yet_seen(posting)]
    assert unseen == [("2名", "5名"), ("2,300円", "2,400円")]
    with pytest.raises(NotNow):  # what was read is not what stands there now
        look_at_changes(posting, version=1, by=okada)
    look_at_changes(posting, version=posting.version, by=okada)
    assert not Posting.objects.flagged().exists()
    with pytest.raises(NotNow):
        look_at_changes(posting, version=posting.version, by=okada)


def test_the_people_needed_on_a_single_day_are_part_of_what_changed(
    sakura: Facility, sato: User, okada: User
) -> None:
    day = {"on": "2099-12-05", "starts": "09:00", "ends": "17:00", "headcount": 2}
    before = make_published(sakura, sato, okada, spot_dates=[day]).terms
    found = changes(before, {**before, "spot_dates": [{**day, "headcount": 3}]})
    shown = [(change.before, change.after) for change in found]
    assert shown == [("2099年12月5日（土） 9:00〜17:00（2名）", "2099年12月5日（土） 9:00〜17:00（3名）")]


def test_what_stands_beside_a_choice_weighs_as_much_as_the_choice(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_published(sakura, sato, okada)
    revise(posting, "pay", typed(posting, "pay", wage_note="夜勤手当はありません"), by=sato)
    assert Posting.objects.flagged().get() == posting
