"""One press of a button on a block's page: check, store what may be stored, say whether something is left."""

from typing import Any

from django.db import transaction
from django.http import QueryDict

from facilities.forms.applicant import ContactForm, FacilityForm
from facilities.forms.finder import CHOOSE, FIND, Finder, find, is_search, with_institution
from facilities.models import Facility, Registration
from keynet.accounts.models.mailed_link import withdraw_links
from keynet.forms.postal_fill import FILL_ADDRESS, PostalFill
from keynet.lifecycle import NotNow
from postings.forms.block import BlockForm
from postings.forms.spot_fill import SpotFill
from postings.models import Posting
from postings.registration.links import OPEN, PROVE
from postings.registration.steps import FACILITY

DRAFT, ADD_DAYS = "draft", "add_days"
"""Values of `action`; anything else asks for the whole block."""
HELP = frozenset({FILL_ADDRESS, ADD_DAYS})
"""Buttons that fill in what was typed and store nothing."""


def fill_block(form_class: type[BlockForm], posting: Posting, data: QueryDict) -> tuple[BlockForm, bool]:
    """Return the answered form, and whether all of it is stored now.

    Raises NotNow when the posting was handed in while the page was open.
    """
    if data.get("action") in HELP:
        return help_along(form_class, posting, data), False
    with transaction.atomic():
        rows = Posting.objects.select_for_update(of=("self",), no_key=True).select_related("facility")
        current = rows.get(pk=posting.pk)
        if not current.is_writable:
            raise NotNow(current, "save")
        form = form_class(data, instance=current, draft=data.get("action") == DRAFT)
        return form, form.write()


def help_along(form_class: type[BlockForm], posting: Posting, data: QueryDict) -> BlockForm:
    """Return the form with the address or the days filled in that a button asked for."""
    if issubclass(form_class, PostalFill) and data.get("action") == FILL_ADDRESS:
        filled, sentence = form_class.with_address(data)
        addressed = form_class(filled, instance=posting, draft=True)
        addressed.postal_answer = sentence
        return addressed
    if issubclass(form_class, SpotFill):
        dated, sentence = form_class.with_days(data)
        form = form_class(dated, instance=posting, draft=True)
        form.days_answer = sentence
        return form
    return form_class(data, instance=posting, draft=True)


Facts = tuple[FacilityForm, ContactForm]


def help_with_facility(registration: Registration, data: QueryDict) -> tuple[Facts, Finder]:
    """Return both forms of the block 施設と担当者 with what a button filled in or found; nothing is stored."""
    action = data.get("action", "")
    filled: Any = data
    finder, sentence = Finder(), ""
    if action == FILL_ADDRESS:
        filled, sentence = FacilityForm.with_address(data)
    elif action == FIND:
        finder = find(data.get("q", ""))
    else:
        filled, finder = with_institution(data)
    facility = FacilityForm(filled, instance=registration.facility, draft=True)
    facility.postal_answer = sentence
    return (facility, ContactForm(filled, instance=registration, draft=True)), finder


def is_help(data: QueryDict) -> bool:
    """Return whether a button of the block 施設と担当者 was pressed that stores nothing."""
    action = data.get("action", "")
    return action == FILL_ADDRESS or action.startswith(CHOOSE) or is_search(data)


def fill_facility(registration: Registration, data: QueryDict) -> tuple[Facts, bool]:
    """Return the two answered forms of the block 施設と担当者, and whether all of it is stored now."""
    with transaction.atomic():
        rows = Registration.objects.select_for_update(of=("self",), no_key=True)
        current = rows.get(pk=registration.pk)
        if current.status not in OPEN:
            raise NotNow(current, "save")
        contact = ContactForm(data, instance=current, draft=data.get("action") == DRAFT)
        place = Facility.objects.select_for_update(no_key=True).get(pk=registration.facility_id)
        facility = FacilityForm(data, instance=place, draft=contact.draft)
        return (facility, contact), _write(facility, contact)


def _write(facility: FacilityForm, contact: ContactForm) -> bool:
    whole = facility.is_valid() and contact.is_valid()
    if whole or contact.draft:
        registration = contact.instance
        if columns := facility.kept():
            facility.instance.save(update_fields=columns)
            facility.written()
        if columns := contact.kept():
            registration.saved_blocks = sorted({*registration.saved_blocks, FACILITY})
            registration.save(update_fields=[*columns, "saved_blocks", "updated_at"])
            if contact.stored.get("contact_email") != registration.contact_email:
                # A link that was mailed to the old address must not prove the new one.
                withdraw_links(PROVE, registration)
            contact.written()
    return whole
