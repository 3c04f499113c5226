"""The facility's side of an interview: take a slot back, put the interview on another time, call it off, calendar."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications.forms.slots import ChangeForm
from applications.meeting.changing import call_off
from applications.meeting.changing import change as change_interview
from applications.meeting.offering import withdraw_slot
from applications.models import Interview, Slot
from applications.models.personal_access import Page
from applications.reading import reads_personal_data
from applications.views.facility import applicant
from applications.views.meet import calendar_file
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person
from keynet.vocabulary.japanese import datetime_ja


@require_POST
@for_facility
def withdraw(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Offer a time no more, to this person or to anybody else; who has taken it keeps it."""
    found = applicant(request, facility, application)
    offered = Slot.objects.free().offered_to(found)
    slot = next((slot for slot in offered if str(slot.pk) == request.POST.get("slot")), None)
    if slot and withdraw_slot(slot, by=person(request)):
        messages.success(request, f"{datetime_ja(slot.starts_at)}の候補を取り下げ、案内した方に知らせました")
    else:
        messages.warning(request, "この候補は、決まったか、取り下げ済みです。面接の日時を確かめてください")
    return redirect("inbox:application", facility.public_id, found.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
@reads_personal_data(Page.INTERVIEW)
def change(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Put the interview on another time or place."""
    found = applicant(request, facility, application)
    interview = Interview.objects.to_come().of(found).first()
    if interview is None:
        return redirect("inbox:application", facility.public_id, found.public_id)
    slot = interview.slot
    known = {name: getattr(slot, name) for name in ("minutes", "place", "online_url", "note")}
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_valid():
        try:
            change_interview(interview, form.cleaned_data["time"], form.as_place(), by=person(request))
            messages.success(request, "面接の日時を変え、応募した方に知らせました")
            return redirect("inbox:application", facility.public_id, found.public_id)
        except ValidationError as refused:
            form.add_error("time", refused)
    context = {"facility": facility, "application": found, "interview": interview, "form": form}
    return render(request, "applications/meet/change.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
@reads_personal_data(Page.INTERVIEW)
def cancel(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """Ask once more, then call the interview off, with the rest of its round."""
    found = applicant(request, facility, application)
    interview = Interview.objects.to_come().of(found).first()
    if interview is None:
        return redirect("inbox:application", facility.public_id, found.public_id)
    if request.method == "POST":
        call_off(interview, by=person(request))
        messages.success(request, "面接を取りやめ、応募した方に知らせました")
        return redirect("inbox:application", facility.public_id, found.public_id)
    context = {"facility": facility, "application": found, "interview": interview}
    return render(request, "applications/meet/facility_cancel.html", context)


@require_safe
@for_facility
@reads_personal_data(Page.INTERVIEW)
def calendar(request: FacilityRequest, facility: Facility, application: UUID) -> HttpResponse:
    """The interview as a file for calendars; it names the application, not the person."""
    found = applicant(request, facility, application)
    interview = Interview.objects.of(found).select_related("application__posting__facility").first()
    if interview is None:
        return redirect("inbox:application", facility.public_id, found.public_id)
    page = reverse("inbox:application", args=[facility.public_id, found.public_id])
    return calendar_file(interview, url=settings.SITE_URL + page)
