"""The office's check (step 2 of the path): posting, registration, facility and account change together or not at all."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.contrib.auth.hashers import make_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from facilities.models import Facility, Membership, Registration
from facilities.permissions import is_officer
from keynet.accounts.models import User
from keynet.lifecycle import NotNow
from keynet.outbox.events import record
from postings.models import Posting, Review

TAKEN = "この医療機関コードの施設は、すでに確認済みです。その施設に結びつけるか、コードの誤りとして差し戻してください。"


def confirm(posting: Posting, *, by: User, join: Facility | None = None, admit: bool = False) -> None:
    """Find nothing wrong; a waiting registration becomes a facility with an account.

    `join` moves the posting to a facility that is known already; the registration's contact becomes one of its
    people only with `admit`. Raises ValidationError when the facility cannot be confirmed as it stands.
    """
    with _review(posting, Review.Outcome.CONFIRMED, by):
        posting.confirm(by=by)
        registration = waiting_registration(posting)
        if registration and join:
            _join(posting, registration, join, by=by, admit=admit)
        elif registration:
            _confirm_facility(registration)
            account = _account(registration)
            _admit(account, registration.facility, Membership.Role.ADMIN)
            registration.confirm(by=by, account=account)


def send_back(posting: Posting, *, by: User, reasons: Mapping[str, str], note: str = "") -> None:
    """Return the posting, and the registration it came with; `reasons` are sentences by field."""
    with _review(posting, Review.Outcome.RETURNED, by, reasons=dict(reasons), note=note):
        posting.send_back(by=by)
        if registration := waiting_registration(posting):
            registration.send_back(by=by)


def reject(posting: Posting, *, by: User, reason: str) -> None:
    """Refuse the posting, and the registration it came with, for good."""
    with _review(posting, Review.Outcome.REJECTED, by, note=reason):
        posting.reject(by=by)
        if registration := waiting_registration(posting):
            registration.reject(by=by, reason=reason)


def waiting_registration(posting: Posting) -> Registration | None:
    """Return the registration that waits for the same decision; None for a further posting of a known facility."""
    registration = posting.registration
    return registration if registration and registration.status == Registration.Status.WAITING else None


def known_as(facility: Facility) -> Facility | None:
    """Return the confirmed facility with the same institution code, if there is one."""
    if not facility.institution_code or facility.confirmed_at:
        return None
    same = Facility.objects.confirmed().filter(institution_code=facility.institution_code)
    return same.exclude(pk=facility.pk).first()


def send_first_login_again(registration: Registration, *, by: User) -> None:
    """Have a fresh first-login link mailed, to the registered address only; the earlier one stops working.

    Raises NotNow when there is nobody to log in, or the first login has happened.
    """
    if not is_officer(by, registration):
        raise PermissionDenied
    with transaction.atomic():
        registration.refresh_from_db(from_queryset=Registration.objects.select_for_update(no_key=True))
        if not registration.account_id or registration.first_login_at:
            raise NotNow(registration, "send_first_login_again")
        record("registration.link_renewed", subject=registration, actor=by.actor_key)


@contextmanager
def _review(
    posting: Posting, outcome: str, by: User, *, reasons: dict[str, str] | None = None, note: str = ""
) -> Iterator[None]:
    """Keep the decision with what was read and by when it was due, as of under the lock."""
    with transaction.atomic():
        # The clerk's hand-in locks the registration before the posting; the same order here cannot deadlock with it.
        if posting.registration_id:
            Registration.objects.select_for_update(no_key=True).get(pk=posting.registration_id)
        read = Posting.objects.select_for_update(no_key=True).get(pk=posting.pk)
        yield
        assert read.submitted_at and read.due_on  # what is decided has been handed in
        Review.objects.create(
            posting=posting,
            outcome=outcome,
            reasons=reasons or {},
            note=note,
            terms=read.terms,
            received_at=read.submitted_at,
            due_on=read.due_on,
            decided_by=by,
        )


def _confirm_facility(registration: Registration) -> None:
    facility = registration.facility
    if known_as(facility):
        raise ValidationError(TAKEN)
    facility.confirmed_at = timezone.now()
    # The address that was proved is the one that the office may send access to later.
    facility.registered_email = registration.contact_email.lower()
    facility.validate_constraints()
    try:
        with transaction.atomic():
            facility.save(update_fields=["confirmed_at", "registered_email"])
    except IntegrityError as error:
        # Another officer confirmed the same institution between the check and the save.
        raise ValidationError(TAKEN) from error


def _join(posting: Posting, registration: Registration, facility: Facility, *, by: User, admit: bool) -> None:
    posting.facility = facility
    posting.save(update_fields=["facility"])
    account = _account(registration) if admit else None
    if account:
        _admit(account, facility, Membership.Role.MEMBER)
    registration.confirm(by=by, account=account)
    record("posting.joined", subject=posting, actor=by.actor_key, facility=facility.pk)


def _account(registration: Registration) -> User:
    """Return the person behind the proved address; somebody who has an account already keeps it as it is."""
    account, _made = User.objects.get_or_create(
        email=registration.contact_email.lower(),
        defaults={"name": registration.contact_name, "password": make_password(None)},
    )
    return account


def _admit(person: User, facility: Facility, role: str) -> None:
    Membership.objects.get_or_create(user=person, facility=facility, left_at=None, defaults={"role": role})
