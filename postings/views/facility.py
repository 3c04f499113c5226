"""What a facility reads: its home, its postings, and one posting with what comes next."""

from django.core.paginator import Paginator
from django.db.models import Count, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from facilities.acting import FacilityRequest, for_facility
from facilities.models import Facility
from keynet.accounts.audience import person
from keynet.forms import Form
from postings.checks import missing, warnings
from postings.field_names import field_label
from postings.forms.blocks import BLOCK_FORMS, BLOCK_TITLES
from postings.forms.facility import CopyForm, ExtendForm, HeadcountForm
from postings.history import history_of, later_versions
from postings.lifecycle import OPEN, POSTING, PostingStatus
from postings.models import Posting, Review
from postings.upkeep.freshness.silence import is_asked
from postings.upkeep.progress import STEPS, step_of
from postings.upkeep.todo import todos_of

A_PAGE = 20
NEWEST = 5
S = PostingStatus


@require_safe
@for_facility
def home(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """Show the way so far, what to do today, the newest postings and the numbers."""
    numbers = facility.postings.aggregate(
        all=Count("pk"),
        live=Count("pk", filter=Q(status=S.PUBLISHED)),
        checking=Count("pk", filter=Q(status=S.SUBMITTED)),
        sought=Sum("headcount", filter=Q(status__in=OPEN), default=0),
        hired=Sum("hired_count", default=0),
    )
    context = {
        "facility": facility,
        "step": step_of(facility),
        "steps": STEPS,
        "todos": todos_of(facility),
        "numbers": numbers,
        "newest": facility.postings.order_by("-pk")[:NEWEST],
    }
    return render(request, "postings/facility/home.html", context)


@require_safe
@for_facility
def postings(request: FacilityRequest, facility: Facility) -> HttpResponse:
    """List the facility's postings, the newest first, of one state or of all."""
    counts = dict(facility.postings.order_by().values_list("status").annotate(Count("pk")))
    status = request.GET.get("status", "")
    found = facility.postings.order_by("-pk")
    if status in S:
        found = found.filter(status=status)
    context = {
        "facility": facility,
        "tabs": [(state, state.label, counts[state]) for state in S if state in counts],
        "status": status,
        "all": sum(counts.values()),
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "postings/facility/postings.html", context)


@require_safe
@for_facility
def posting(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Show one posting: its state, what comes next, its blocks and its history."""
    return posting_page(request, own_posting(facility, number))


@require_safe
@for_facility
def preview(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Show the posting as seekers will read it."""
    context = {"facility": facility, "posting": own_posting(facility, number)}
    return render(request, "postings/facility/preview.html", context)


@require_safe
@for_facility
def confirm(request: FacilityRequest, facility: Facility, number: str) -> HttpResponse:
    """Show everything once more before it is handed in, with what is missing and what to look at again."""
    found = own_posting(facility, number)
    gaps = [(block, BLOCK_TITLES[block], fields) for block, fields in missing(found).items()]
    context = {"facility": facility, "posting": found, "gaps": gaps, "asks": warnings(found)}
    return render(request, "postings/facility/confirm.html", context)


def own_posting(facility: Facility, number: str) -> Posting:
    """Return the facility's posting of a printed number; 404 for anybody else's."""
    return get_object_or_404(facility.postings.select_related("facility", "registration").numbered(number))


def other_facilities(request: HttpRequest, facility: Facility) -> list[Facility]:
    """Return the facilities that the person acts for besides this one."""
    own = Facility.objects.visible_to(person(request)).exclude(pk=facility.pk)
    return list(own.order_by("name", "pk"))


def posting_page(request: HttpRequest, posting: Posting, **forms: Form) -> HttpResponse:
    """Show the page of one posting; `forms` are those that came back with something to correct."""
    reasons = returned_reasons(posting)
    gaps = missing(posting) if posting.is_writable else {}
    context = {
        "facility": posting.facility,
        "posting": posting,
        "moves": POSTING.available(posting, person(request)),
        "blocks": [
            (name, BLOCK_TITLES[name], len(gaps.get(name, ())), _returned(name, reasons))
            for name in BLOCK_FORMS
        ],
        "review": posting.reviews.order_by("-decided_at").first(),
        "reasons": [(field_label(name), sentence) for name, sentence in reasons.items()],
        "history": history_of(posting, person(request)),
        "versions": later_versions(posting),
        "versions_url": reverse("facility:versions", args=[posting.facility.public_id, posting.number]),
        "is_asked": is_asked(posting),
        "headcount_form": HeadcountForm(initial={"headcount": posting.headcount}),
        "copy_form": CopyForm(others=other_facilities(request, posting.facility)),
        "extend_form": ExtendForm(initial={"until": posting.publish_to}),
        **forms,
    }
    return render(request, "postings/facility/posting.html", context)


def returned_reasons(posting: Posting) -> dict[str, str]:
    """Return the office's reasons, field by field, while the posting is with the facility to be corrected."""
    if posting.status != S.RETURNED:
        return {}
    review = posting.reviews.filter(outcome=Review.Outcome.RETURNED).order_by("-decided_at").first()
    return dict(review.reasons) if review else {}


def _returned(block: str, reasons: dict[str, str]) -> int:
    return len(reasons.keys() & set(BLOCK_FORMS[block].base_fields))
