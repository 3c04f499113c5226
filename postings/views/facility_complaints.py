"""What the office asks a facility after a report, and the facility's answer; the report itself is not shown."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person
from postings.forms.complaint import AnswerForm
from postings.lifecycle import COMPLAINT
from postings.models import Complaint


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
def complaint(request: FacilityRequest, facility: Facility, pk: int) -> HttpResponse:
    """Show the question, and take the answer."""
    seen = Complaint.objects.visible_to(person(request)).filter(posting__facility=facility)
    found = get_object_or_404(seen.select_related("posting__facility"), pk=pk, asked_at__isnull=False)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        found.reply(form.cleaned_data["answer"], by=person(request))
        messages.success(request, "運営事務局に回答しました")
        return redirect("facility:complaint", facility.public_id, pk)
    context = {
        "facility": facility,
        "complaint": found,
        "posting": found.posting,
        "form": form,
        "may_answer": COMPLAINT.can(found, "answer", person(request)),
    }
    return render(request, "postings/facility/complaint.html", context)
