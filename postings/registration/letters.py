"""What the clerk is told of a registration: reactions to what happened to it."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from facilities import letters
from facilities.models import Registration
from keynet.accounts.first_login import VALID_FOR, issue_first_login
from keynet.accounts.models.mailed_link import withdraw_links
from keynet.outbox.letters import LetterKind, write_letter
from keynet.outbox.models import Event
from postings.field_names import field_label, grouped_fields
from postings.models import Review
from postings.registration import links


def tell_of_receipt(event: Event) -> None:
    """Say the number and the day by which the office answers."""
    registration = _subject(event)
    _write(letters.RECEIVED, event, registration, due_on=registration.posting.due_on)


def tell_of_return(event: Event) -> None:
    """Give the reasons per field, and a fresh link to correct them."""
    registration = _subject(event)
    review = Review.objects.filter(posting=registration.posting).order_by("-decided_at", "-pk").first()
    reasons = review.reasons if review else {}
    _write(
        letters.RETURNED,
        event,
        registration,
        url=links.page_url("sheet", links.fresh_token(registration)),
        days=links.FILL_IN_FOR.days,
        reasons=[(_block(field), field_label(field), text) for field, text in reasons.items()],
        note=review.note if review else "",
    )


def tell_of_rejection(event: Event) -> None:
    """Give the reason; the links stop working."""
    registration = _subject(event)
    withdraw_links(links.FILL_IN, registration)
    _write(letters.REJECTED, event, registration, reason=registration.reject_reason)


def tell_of_confirmation(event: Event) -> None:
    """Send the first login, or say whose account it is already; the links of the form stop working."""
    registration = _subject(event)
    withdraw_links(links.FILL_IN, registration)
    account = registration.account
    if account is None:
        _write(letters.JOINED, event, registration)
    elif account.has_usable_password():
        url = settings.SITE_URL + reverse("accounts:home")
        _write(letters.CONFIRMED, event, registration, url=url, has_account=True)
    else:
        url = settings.SITE_URL + reverse("accounts:first_login", args=[issue_first_login(account)])
        _write(letters.CONFIRMED, event, registration, url=url, has_account=False, days=VALID_FOR.days)


def _block(field: str) -> str:
    return next((title for title, fields in grouped_fields() if field in dict(fields)), "")


def _subject(event: Event) -> Registration:
    return Registration.objects.select_related("facility", "posting", "account").get(pk=event.subject_id)


def _write(kind: LetterKind, event: Event, registration: Registration, **facts: Any) -> None:
    context = {"number": registration.number, "facility": registration.facility.name, **facts}
    # A registration can be received and returned several times: one letter each time.
    write_letter(
        kind, about=registration, to=registration.contact_email, context=context, period=str(event.pk)
    )
