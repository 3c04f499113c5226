"""The office's check: posting, registration, facility and account change together."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from facilities.models import Facility, Membership
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from keynet.outbox.models import Event
from postings.check import review
from postings.models import Review
from tests.builders import make_facility, make_user
from tests.postings.waiting import make_waiting, make_waiting_registration

pytestmark = pytest.mark.django_db


def test_confirming_a_new_facility_gives_it_an_account(okada: User) -> None:
    posting = make_waiting_registration()
    review.confirm(posting, by=okada)
    posting.refresh_from_db()
    account = posting.registration.account
    assert account
    assert (posting.status, posting.registration.status) == ("checked", "confirmed")
    assert posting.facility.confirmed_at
    assert account.email == "aoba@aoba.example"
    assert not account.has_usable_password()
    assert posting.facility.memberships.current().get().role == Membership.Role.ADMIN


def test_somebody_with_an_account_keeps_the_password(okada: User) -> None:
    person = make_user("aoba@aoba.example", "青葉 明")
    posting = make_waiting_registration()
    review.confirm(posting, by=okada)
    person.refresh_from_db()
    assert person.check_password("とても長い合言葉です")
    membership = posting.facility.memberships.current().get()
    assert (membership.user, membership.role) == (person, Membership.Role.ADMIN)


def test_a_further_posting_needs_no_account(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_waiting(sakura, sato)
    review.confirm(posting, by=okada)
    assert posting.status == "checked"
    assert Membership.objects.count() == 1


def test_every_decision_is_kept_with_its_deadline_and_what_was_read(
    sakura: Facility, sato: User, okada: User
) -> None:
    posting = make_waiting(sakura, sato, wage_min=900)
    due = posting.due_on
    review.send_back(
        posting, by=okada, reasons={"wage_min": "最低賃金を下回っています。"}, note="お願いします。"
    )
    kept = posting.reviews.get()
    assert (kept.outcome, kept.due_on, kept.decided_by) == (Review.Outcome.RETURNED, due, okada)
    assert kept.received_at == posting.submitted_at
    assert kept.reasons == {"wage_min": "最低賃金を下回っています。"}
    assert kept.terms["wage_min"] == 900
    assert posting.status == "returned"


def test_returning_a_first_posting_returns_its_registration(okada: User) -> None:
    posting = make_waiting_registration()
    review.send_back(posting, by=okada, reasons={"name": "名称を確かめてください。"})
    posting.registration.refresh_from_db()
    assert posting.registration.status == "returned"
    assert posting.facility.confirmed_at is None


def test_rejecting_a_first_posting_rejects_its_registration_with_the_reason(okada: User) -> None:
    posting = make_waiting_registration()
    review.reject(posting, by=okada, reason="医療機関ではありません。")
    posting.registration.refresh_from_db()
    assert posting.registration.reject_reason == posting.reviews.get().note == "医療機関ではありません。"
    assert (posting.status, posting.registration.status) == ("rejected", "rejected")


def test_two_facilities_cannot_have_one_code(okada: User) -> None:
    make_facility(name="あおば病院（既存）", institution_code="1234567")
    posting = make_waiting_registration()
    with pytest.raises(ValidationError, match="すでに確認済み"):
        review.confirm(posting, by=okada)
    posting.refresh_from_db()
    assert (posting.status, posting.registration.status) == ("submitted", "waiting")
    assert not User.objects.filter(email="aoba@aoba.example").exists()


def test_a_posting_joins_a_known_facility_without_letting_its_contact_in(okada: User) -> None:
    known = make_facility(name="あおば病院（既存）", institution_code="1234567")
    posting = make_waiting_registration()
    review.confirm(posting, by=okada, join=known)
    posting.refresh_from_db()
    assert (posting.facility, posting.status, posting.registration.status) == (known, "checked", "confirmed")
    assert posting.registration.account is None
    assert not known.memberships.exists()
    assert "posting.joined" in Event.objects.about(posting).values_list("name", flat=True)


def test_the_contact_of_a_joined_posting_is_let_in_when_the_officer_says_so(okada: User) -> None:
    known = make_facility(name="あおば病院（既存）", institution_code="1234567")
    posting = make_waiting_registration()
    review.confirm(posting, by=okada, join=known, admit=True)
    assert known.memberships.get().role == Membership.Role.MEMBER


def test_the_second_officer_changes_nothing(sakura: Facility, sato: User, okada: User) -> None:
    posting = make_waiting(sakura, sato)
    review.confirm(posting, by=okada)
    with pytest.raises(NotNow):
        review.send_back(posting, by=okada, reasons={"title": "短くしてください。"})
    assert posting.reviews.count() == 1


def test_nobody_but_the_office_decides(sakura: Facility, sato: User, mori: User) -> None:
    posting = make_waiting(sakura, sato)
    for stranger in (sato, mori):
        with pytest.raises(PermissionDenied):
            review.confirm(posting, by=stranger)
    assert not posting.reviews.exists()


def test_the_first_login_is_mailed_again_until_it_has_happened(okada: User) -> None:
    posting = make_waiting_registration()
    review.confirm(posting, by=okada)
    registration = posting.registration
    assert registration
    review.send_first_login_again(registration, by=okada)
    assert Event.objects.about(registration).filter(name="registration.link_renewed").count() == 1
    registration.first_login_at = timezone.now()
    registration.save()
    with pytest.raises(NotNow):
        review.send_first_login_again(registration, by=okada)
