"""A facility's templates of answers: list, new, change, delete."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications.answer_templates import PLACEHOLDERS, SHIPPED
from applications.forms.templates import TemplateForm
from applications.models import AnswerTemplate
from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility

TYPED = ("use", "name", "text")


@require_safe
@for_facility
def templates(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """List the facility's templates and show the shipped words."""
    own = AnswerTemplate.objects.filter(facility=facility).order_by("use", "name", "pk")
    shipped = [(AnswerTemplate.Use(use).label, words) for use, words in SHIPPED.items()]
    context = {"facility": facility, "own": own, "shipped": shipped, "placeholders": PLACEHOLDERS}
    return render(request, "applications/facility/templates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
def new(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Make a template; the form sent twice makes one."""
    form = TemplateForm(request.POST if request.method == "POST" else None, facility=facility)
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in TYPED}
        key = {"submission_id": form.cleaned_data["submission_id"], "facility": facility}
        AnswerTemplate.objects.get_or_create(**key, defaults=facts)
        messages.success(request, f"ひな型「{facts['name']}」を作りました")
        return redirect("inbox:templates", facility.public_id)
    return _page(request, facility, form)


@require_http_methods(["GET", "HEAD", "POST"])
@for_facility
def edit(request: FacilityRequest, facility: Facility, template: UUID) -> HttpResponse:
    """Change a template; letters that were sent stay as they were."""
    found = _own(facility, template)
    typed = request.POST if request.method == "POST" else None
    initial = {name: getattr(found, name) for name in TYPED}
    form = TemplateForm(typed, facility=facility, template=found, initial=initial)
    if typed is not None and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in TYPED}
        AnswerTemplate.objects.filter(pk=found.pk).update(**facts, changed_at=timezone.now())
        messages.success(request, f"ひな型「{facts['name']}」を変えました")
        return redirect("inbox:templates", facility.public_id)
    return _page(request, facility, form)


@require_POST
@for_facility
def delete(request: FacilityRequest, facility: Facility, template: UUID) -> HttpResponse:
    """Delete a template; letters that were sent stay as they were."""
    found = _own(facility, template)
    found.delete()
    messages.success(request, f"ひな型「{found.name}」を削除しました")
    return redirect("inbox:templates", facility.public_id)


def _own(facility: Facility, template: UUID) -> AnswerTemplate:
    return get_object_or_404(AnswerTemplate, facility=facility, public_id=template)


def _page(request: FacilityRequest, facility: Facility, form: TemplateForm) -> HttpResponse:
    context = {"facility": facility, "form": form, "template": form.template}
    return render(request, "applications/facility/template.html", context)
