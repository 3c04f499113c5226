"""Saving with gaps, and saving what somebody else has saved meanwhile."""

import pytest

from facilities.models import Facility
from postings.forms.blocks import BLOCK_FORMS
from postings.models import Posting
from tests.builders import make_draft
from tests.postings.forms.answers import answered, typed

pytestmark = pytest.mark.django_db


def test_a_draft_may_have_gaps(sakura: Facility) -> None:
    posting = Posting.objects.create(facility=sakura)
    form = BLOCK_FORMS["work"]({"occupation": "nurse", "duties": "看護"}, instance=posting, draft=True)
    assert form.write()
    posting.refresh_from_db()
    assert (posting.occupation, posting.duties, posting.headcount) == ("nurse", "看護", None)
    assert posting.saved_blocks == ["work"]


def test_a_draft_keeps_what_has_a_valid_shape_and_says_what_has_not(sakura: Facility) -> None:
    posting = make_draft(sakura)
    form = answered(posting, "work", draft=True, headcount="たくさん", duties="新しい仕事")
    assert not form.write()
    assert list(form.errors) == ["headcount"]
    posting.refresh_from_db()
    assert (posting.headcount, posting.duties) == (2, "新しい仕事")


def test_a_pair_that_the_database_compares_is_kept_whole_or_not_at_all(sakura: Facility) -> None:
    posting = make_draft(sakura)
    assert not answered(posting, "pay", draft=True, wage_min="9000", wage_max="たくさん").write()
    posting.refresh_from_db()
    assert (posting.wage_min, posting.wage_max) == (2300, 2800)


def test_a_whole_block_with_a_mistake_stores_nothing(sakura: Facility) -> None:
    posting = make_draft(sakura)
    assert not answered(posting, "work", headcount="", duties="新しい仕事").write()
    posting.refresh_from_db()
    assert posting.duties != "新しい仕事"


def test_a_posting_that_is_no_draft_any_more_cannot_get_gaps(sakura: Facility) -> None:
    posting = make_draft(sakura)
    posting.status = "returned"
    assert not answered(posting, "work", draft=True, duties="").write()


def test_a_later_save_does_not_undo_an_earlier_one_without_asking(sakura: Facility) -> None:
    posting = make_draft(sakura)
    mine = typed(posting, "work", duties="わたしの文")
    assert answered(Posting.objects.get(), "work", duties="同僚の文").write()
    form = BLOCK_FORMS["work"](mine, instance=Posting.objects.get())
    assert not form.write()
    (conflict,) = form.elsewhere
    assert (conflict.label, conflict.theirs, conflict.mine) == ("仕事の内容", "同僚の文", "わたしの文")
    mine["stamp"] = form.stamp
    assert not BLOCK_FORMS["work"](mine, instance=Posting.objects.get()).write()
    mine.setlist("decided", [f"duties:{conflict.mark}"])
    assert BLOCK_FORMS["work"](mine, instance=Posting.objects.get()).write()
    assert Posting.objects.get().duties == "わたしの文"


def test_of_two_changes_the_later_one_may_choose_the_earlier_one(sakura: Facility) -> None:
    posting = make_draft(sakura)
    mine = typed(posting, "work", duties="わたしの文", headcount="5")
    assert answered(Posting.objects.get(), "work", duties="同僚の文").write()
    mine.setlist("take", ["duties"])
    form = BLOCK_FORMS["work"](mine, instance=Posting.objects.get())
    assert form.write(), form.errors
    assert form["duties"].value() == "同僚の文"
    found = Posting.objects.get()
    assert (found.duties, found.headcount) == ("同僚の文", 5)


def test_what_only_a_colleague_changed_stays_changed(sakura: Facility) -> None:
    posting = make_draft(sakura)
    mine = typed(posting, "work", headcount="5")
    assert answered(Posting.objects.get(), "work", duties="同僚の文").write()
    form = BLOCK_FORMS["work"](mine, instance=Posting.objects.get())
    assert form.write(), form.errors
    assert form.labels_taken_over() == ["仕事の内容"]
    found = Posting.objects.get()
    assert (found.duties, found.headcount) == ("同僚の文", 5)


def test_a_page_that_stays_open_after_a_save_never_undoes_what_it_does_not_show(sakura: Facility) -> None:
    posting = make_draft(sakura)
    mine = typed(posting, "work", headcount="5")
    assert answered(Posting.objects.get(), "work", duties="同僚の文").write()
    for headcount in ("5", "6"):
        mine["headcount"] = headcount
        form = BLOCK_FORMS["work"](mine, instance=Posting.objects.get(), draft=True)
        assert form.write(), form.errors
        mine["stamp"] = form.stamp_of_page
    found = Posting.objects.get()
    assert (found.duties, found.headcount) == ("同僚の文", 6)


def test_a_draft_with_a_conflict_stores_the_rest(sakura: Facility) -> None:
    posting = make_draft(sakura)
    mine = typed(posting, "pay", wage_min="2500", wage_note="わたしの手当")
    assert answered(Posting.objects.get(), "pay", wage_min="2600").write()
    form = BLOCK_FORMS["pay"](mine, instance=Posting.objects.get(), draft=True)
    assert not form.write()
    found = Posting.objects.get()
    assert (found.wage_min, found.wage_max, found.wage_note) == (2600, 2800, "わたしの手当")


def test_a_broken_stamp_asks_about_every_difference(sakura: Facility) -> None:
    form = answered(make_draft(sakura), "work", stamp="x" * 9, duties="わたしの文")
    assert [conflict.name for conflict in form.elsewhere] == ["duties"]


def test_the_same_save_twice_is_no_conflict(sakura: Facility) -> None:
    posting = make_draft(sakura)
    mine = typed(posting, "work", duties="わたしの文")
    for _ in range(2):
        form = BLOCK_FORMS["work"](mine, instance=Posting.objects.get())
        assert form.write(), form.elsewhere


def test_two_blocks_can_be_saved_side_by_side(sakura: Facility) -> None:
    posting = make_draft(sakura)
    pay = answered(Posting.objects.get(), "pay", wage_min="2400")
    assert answered(Posting.objects.get(), "work", duties="新しい仕事").write()
    assert pay.write()
    posting.refresh_from_db()
    assert (posting.duties, posting.wage_min) == ("新しい仕事", 2400)


def test_a_new_block_begins_with_safe_answers(sakura: Facility) -> None:
    posting = Posting.objects.create(facility=sakura)
    work = BLOCK_FORMS["work"](instance=posting)
    assert (work["work_city"].value(), work["smoking"].value()) == ("横浜市中区", "premises")
    government = Posting(facility=Facility(kind="municipality"))
    conditions = BLOCK_FORMS["conditions"](instance=government)
    assert conditions["employment_basis"].value() == "public_service"
