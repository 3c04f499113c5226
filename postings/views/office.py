"""What the operations office reads: its queue, all postings, and one posting beside its check list."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from facilities.models import Registration
from keynet.accounts.audience import person
from keynet.accounts.models import User
from keynet.forms import Form
from postings.check import queue as office_queue
from postings.check.changes import not_yet_seen
from postings.check.checklist import facility_checks, legal_items
from postings.check.filters import PostingFilter, QueueFilter
from postings.check.review import known_as, waiting_registration
from postings.checks import missing, warnings
from postings.differences import changes
from postings.field_names import field_label
from postings.forms.office import ConfirmForm, RejectForm, SendBackForm, SuspendForm, UrgentForm
from postings.history import history_of, later_versions
from postings.lifecycle import POSTING, PostingStatus
from postings.models import Posting

A_PAGE = 50


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits, the most urgent first."""
    found = QueueFilter(request.GET, queryset=office_queue.waiting())
    page = Paginator(found.qs, A_PAGE).get_page(request.GET.get("page"))
    rows = [(posting, office_queue.due_of(posting)) for posting in page]
    context = {"filter": found, "page": page, "rows": rows, "counts": office_queue.counts()}
    return render(request, "postings/office/queue.html", context)


@require_safe
def postings(request: HttpRequest) -> HttpResponse:
    """Show every posting that was ever handed in, the newest first."""
    visible = Posting.objects.visible_to(person(request)).for_list().order_by("-pk")
    found = PostingFilter(request.GET, queryset=visible)
    page = Paginator(found.qs, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "postings/office/postings.html", {"filter": found, "page": page})


@require_safe
def check(request: HttpRequest, number: str) -> HttpResponse:
    """Show one posting as the public will read it, beside what can be found out about it."""
    return check_page(request, visible_posting(request, number))


def visible_posting(request: HttpRequest, number: str) -> Posting:
    """Return the posting of a printed number; 404 for drafts and for numbers of nothing."""
    seen = Posting.objects.visible_to(person(request)).select_related("facility", "registration__account")
    return get_object_or_404(seen.numbered(number))


def check_page(request: HttpRequest, posting: Posting, **forms: Form) -> HttpResponse:
    """Show the check page; `forms` are those that came back with something to correct."""
    reader = person(request)
    context = {
        "posting": posting,
        "due": office_queue.due_of(posting),
        **_findings(posting),
        **_past(posting, reader),
        **_decisions(posting, reader),
        **forms,
    }
    return render(request, "postings/office/check.html", context)


def _findings(posting: Posting) -> dict[str, Any]:
    red = [finding for block in missing(posting).values() for finding in block.items()]
    return {
        "stops": [(field_label(name), sentence) for name, sentence in red],
        "asks": [(field_label(warning.field), warning.sentence) for warning in warnings(posting)],
        "facility_checks": facility_checks(posting),
        "legal_items": legal_items(posting),
    }


def _past(posting: Posting, reader: User) -> dict[str, Any]:
    earlier = list(posting.reviews.select_related("decided_by").order_by("-decided_at"))
    came_back = earlier and posting.status == PostingStatus.SUBMITTED
    return {
        "history": history_of(posting, reader),
        "unseen": not_yet_seen(posting),
        "versions": later_versions(posting),
        "versions_url": reverse("office:versions", args=[posting.number]),
        "complaints": posting.complaints.order_by("-created_at"),
        "reviews": [(review, [(field_label(k), v) for k, v in review.reasons.items()]) for review in earlier],
        "changes": changes(earlier[0].terms, posting.terms) if came_back else [],
    }


def _decisions(posting: Posting, reader: User) -> dict[str, Any]:
    known = known_as(posting.facility) if waiting_registration(posting) else None
    return {
        "moves": POSTING.available(posting, reader),
        "known": known,
        "waits_for_login": waits_for_login(posting),
        "confirm_form": ConfirmForm(known=known),
        "send_back_form": SendBackForm(findings=findings_of(posting)),
        "reject_form": RejectForm(prefix="reject"),
        "suspend_form": SuspendForm(prefix="suspend"),
        "may_flag_urgent": posting.status == PostingStatus.PUBLISHED,
        "urgent_form": UrgentForm(prefix="urgent"),
    }


def findings_of(posting: Posting) -> list[tuple[str, str]]:
    """Return what the automatic check found, as field and sentence: red first, then orange."""
    red = [finding for block in missing(posting).values() for finding in block.items()]
    return [*red, *((warning.field, warning.sentence) for warning in warnings(posting))]


def waits_for_login(posting: Posting) -> Registration | None:
    """Return the confirmed registration whose person has not logged in yet."""
    registration = posting.registration
    if registration is None or registration.status != Registration.Status.CONFIRMED:
        return None
    return registration if registration.account and not registration.first_login_at else None
