"""One press of a button on a block's page: check, store what may be stored, say whether something is left."""

from django.db import transaction
from django.http import QueryDict

from facilities.forms.applicant import ContactForm, FacilityForm
from facilities.models import Facility, Registration
from keynet.accounts.models.mailed_link import withdraw_links
from keynet.forms.postal_fill import PostalFill
from keynet.lifecycle import NotNow
from postings.forms.block import BlockForm
from postings.models import Posting
from postings.registration.links import OPEN, PROVE
from postings.registration.steps import FACILITY

DRAFT, FILL_ADDRESS = "draft", "fill_address"
"""Values of `action`; anything else asks for the whole block."""


def fill_block(form_class: type[BlockForm], posting: Posting, data: QueryDict) -> tuple[BlockForm, bool]:
    """Return the answered form, and whether all of it is stored now.

    Raises NotNow when the posting was handed in while the page was open.
    """
    if data.get("action") == FILL_ADDRESS and issubclass(form_class, PostalFill):
        filled, sentence = form_class.with_address(data)
        asked = form_class(filled, instance=posting, draft=True)
        asked.postal_answer = sentence
        return asked, False
    with transaction.atomic():
        rows = Posting.objects.select_for_update(of=("self",), no_key=True).select_related("facility")
        current = rows.get(pk=posting.pk)
        if not current.is_writable:
            raise NotNow(current, "save")
        form = form_class(data, instance=current, draft=data.get("action") == DRAFT)
        return form, form.write()


def fill_facility(registration: Registration, data: QueryDict) -> tuple[FacilityForm, ContactForm, bool]:
    """Return the two answered forms of the block 施設と担当者, and whether all of it is stored now."""
    if data.get("action") == FILL_ADDRESS:
        filled, sentence = FacilityForm.with_address(data)
        facility = FacilityForm(filled, instance=registration.facility, draft=True)
        facility.postal_answer = sentence
        return facility, ContactForm(filled, instance=registration, draft=True), False
    with transaction.atomic():
        rows = Registration.objects.select_for_update(of=("self",), no_key=True)
        current = rows.get(pk=registration.pk)
        if current.status not in OPEN:
            raise NotNow(current, "save")
        contact = ContactForm(data, instance=current, draft=data.get("action") == DRAFT)
        place = Facility.objects.select_for_update(no_key=True).get(pk=registration.facility_id)
        facility = FacilityForm(data, instance=place, draft=contact.draft)
        return facility, contact, _write(facility, contact)


def _write(facility: FacilityForm, contact: ContactForm) -> bool:
    whole = facility.is_valid() and contact.is_valid()
    if whole or contact.draft:
        registration = contact.instance
        if columns := facility.kept():
            facility.instance.save(update_fields=columns)
        if columns := contact.kept():
            registration.saved_blocks = sorted({*registration.saved_blocks, FACILITY})
            registration.save(update_fields=[*columns, "saved_blocks", "updated_at"])
            if contact.stored.get("contact_email") != registration.contact_email:
                # A link that was mailed to the old address must not prove the new one.
                withdraw_links(PROVE, registration)
    return whole
