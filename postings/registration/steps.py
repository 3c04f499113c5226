"""Step 1 of the path: a facility asks for an account, with its first posting in the same form."""

from django.db import transaction

from facilities.checks import facility_warnings
from facilities.forms.applicant import ContactForm, FacilityForm
from facilities.letters import PROVE
from facilities.models import Facility, Registration
from keynet.accounts.limits import demand_patience
from keynet.accounts.models import MailedLink
from keynet.accounts.models.mailed_link import open_link
from keynet.outbox.letters import write_letter
from postings.checks import Warning, missing, warnings
from postings.models import Posting
from postings.registration import links

FACILITY = "facility"
"""The fifth block, beside the four of the posting."""


class Incomplete(Exception):
    """Something necessary is missing, so that nothing was handed in."""

    def __init__(self, registration: Registration) -> None:
        super().__init__(f"{registration} lacks something")
        self.registration = registration


def begin() -> str:
    """Create the drafts of facility, registration and posting; return the token of the link to them."""
    with transaction.atomic():
        facility = Facility.objects.create()
        registration = Registration.objects.create(facility=facility)
        Posting.objects.create(facility=facility, registration=registration)
        return links.fresh_token(registration)


def gaps(registration: Registration) -> dict[str, dict[str, str]]:
    """Return what stops handing in: block → field → sentence, over all five blocks."""
    facility = FacilityForm.rechecked(registration.facility).first_errors()
    facility |= ContactForm.rechecked(registration).first_errors()
    first = {FACILITY: facility} if facility else {}
    return first | missing(registration.posting)


def questions(registration: Registration) -> list[Warning]:
    """Return what the clerk is asked to look at again before handing in."""
    of_facility = [Warning(FACILITY, *found) for found in facility_warnings(registration.facility)]
    return of_facility + warnings(registration.posting)


def hand_in(registration: Registration, *, once: str) -> None:
    """Hand in the form: a new one waits for its mail address, a corrected one goes straight to the office.

    `once` names the page it was sent from, so that a second click changes nothing. Raises Incomplete, TooManyMails, and
    NotNow when the registration has been decided meanwhile.
    """
    with transaction.atomic():
        registration = _locked(registration)
        if registration.status == Registration.Status.WAITING or links.is_mailed(PROVE, registration, once):
            return
        _copy_contact(registration)
        if gaps(registration):
            raise Incomplete(registration)
        if registration.status == Registration.Status.RETURNED:
            _receive(registration)
            return
        demand_patience(registration.contact_email)
        registration.hand_in(by=links.holder(registration))
        url = links.page_url("prove", links.fresh_proof(registration))
        hours = int(links.PROVE_FOR.total_seconds() // 3600)
        facts = {"url": url, "hours": hours}
        to = registration.contact_email
        write_letter(PROVE, about=registration, to=to, context=facts, period=once[:40])


def prove(token: str) -> Registration:
    """Take the mail address as proved and give the form to the office.

    Raises LinkGone, and Incomplete when the form was changed after it had been handed in (the link then stays good).
    """
    with transaction.atomic():
        link = open_link(MailedLink.Purpose.PROVE_REGISTRATION, token)
        registration = _locked(Registration.objects.get(pk=link.subject_id))
        link.use_up()
        _copy_contact(registration)
        if gaps(registration):
            raise Incomplete(registration)
        _receive(registration)
    return registration


def _locked(registration: Registration) -> Registration:
    """Return the row under its lock; the office takes the same lock first when it decides."""
    rows = Registration.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("facility", "posting__facility").get(pk=registration.pk)


def _receive(registration: Registration) -> None:
    by = links.holder(registration)
    registration.receive(by=by)
    registration.posting.submit(by=by)


def _copy_contact(registration: Registration) -> None:
    """Give the posting the registration's contact: nobody types the same twice."""
    posting = registration.posting
    posting.contact_department = registration.department
    posting.contact_name = registration.contact_name
    posting.contact_kana = registration.contact_kana
    posting.contact_phone = registration.contact_phone
    posting.contact_email = registration.contact_email
    posting.save(
        update_fields=[
            "contact_department",
            "contact_name",
            "contact_kana",
            "contact_phone",
            "contact_email",
            "updated_at",
        ]
    )
