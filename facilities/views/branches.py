"""The further facilities of a municipality or a prefecture."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from facilities.acting import FacilityRequest, for_admin
from facilities.branches import AlreadyThere, add_branch
from facilities.forms.branch import BranchForm
from facilities.models import Facility
from keynet.accounts.audience import person


@require_http_methods(["GET", "HEAD", "POST"])
@for_admin
def add(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Ask for a further facility, and open its page; 404 where none may stand under this one."""
    if not facility.may_have_branches:
        raise Http404
    form = BranchForm(request.POST if request.method == "POST" else None, parent=facility)
    if form.is_valid():
        try:
            branch = add_branch(facility, form.save(commit=False), by=person(request))
        except AlreadyThere:
            form.refuse_name()
        else:
            messages.success(request, f"{branch.name}を加えました。いまからこの施設として操作します")
            return redirect("members:list", branch.public_id)
    return render(request, "facilities/facility/branch.html", {"facility": facility, "form": form})
