"""Mutants that open nothing to anybody, by why they do not."""

REASONS: dict[str, tuple[str, ...]] = {
    "no link is about `registration:None`": (
        "postings.permissions.may_hand_in: without `posting.registration_id is not None`",
    ),
    "a state in words, or days on a page: what may be done, moves.txt says": (
        "applications.models.application.is_undecided: without `self.status in UNDECIDED`",
        "applications.models.application.is_undecided: without `self.masked_at is None`",
        "applications.models.application.has_accepted: without `self.status == ApplicationStatus.OFFERED`",
        "applications.models.application.has_accepted: without `self.accepted_at is not None`",
        "applications.models.application.answer_due_on: without `self.is_undecided`",
        "applications.models.application.answer_due_on: without `self.status in FACILITY_OWES`",
        "applications.models.application.waited_days: without `self.is_undecided`",
        "applications.models.application.waited_days: without `self.status in FACILITY_OWES`",
        "applications.models.application.is_late: without `due_on is not None`",
        "applications.models.application.is_late: without `due_on < timezone.localdate()`",
        "applications.models.inquiry.is_open: without `self.status == InquiryStatus.OPEN`",
        "applications.models.inquiry.is_open: without `self.masked_at is None`",
        "applications.models.inquiry.is_late: without `self.answer_due_on is not None`",
        "applications.models.inquiry.is_late: without `self.answer_due_on < timezone.localdate()`",
    ),
    "the name on the notice is blank by then": (
        "applications.models.application.has_result: without `self.masked_at is None`",
    ),
    "a CSV file left at once and keeps no parts: its file would be empty": (
        "applications.reports.models.export.is_ready: without `self.form == Form.XLSX`",
    ),
    "which facility may have branches, not whose they are (tests/facilities/test_invitations.py)": (
        "facilities.models.facility.may_have_branches: without `self.parent_id is None`",
    ),
    "the other of two: nobody is of both bodies, and the address says in whose console one is": (
        "applications.reports.views.exports._visible: without body",
        "applications.reports.views.exports._visible: without visible_to",
        "applications.views.privacy.opened: without body",
    ),
    "whom the gate lets in sees all of these rows": (
        "applications.reports.views.ministry.training: without visible_to",
        "applications.reports.views.ministry.facilities: without visible_to",
        "applications.reports.views.ministry.files: without visible_to",
        "postings.views.office_complaints._visible: without visible_to",
    ),
    "the other of two: a person's scope is the prefecture of the console, which the gate asked for": (
        "nursecenter.nurse_postings.nurse_postings: without work_prefecture",
        "nursecenter.nurse_postings.nurse_postings: without visible_to",
        "postings.exports.prefecture.postings_of: without work_prefecture",
        "postings.exports.prefecture.postings_of: without visible_to",
    ),
    "the facilities of the page were chosen before; here they are counted": (
        "facilities.views.office.facilities: without pk__in",
    ),
    "the office may drop the change of any facility; who confirms one, moves.txt says": (
        "facilities.views.office._change: everybody's `_visible(request, public_id).address_changes`",
    ),
    "the office reads the role and the day of an invitation, of any facility": (
        "facilities.views.office._page: everybody's `facility.invitations`",
    ),
    "figures, no row: the postings by state, and those on the way": (
        "postings.views.facility.home: everybody's `facility.postings`",
        "postings.views.facility.postings: everybody's `facility.postings` (again)",
    ),
    "all of them are the person's own, this one too": (
        "postings.views.facility.other_facilities: without pk",
    ),
}
SAME = {name: why for why, names in REASONS.items() for name in names}

TWICE = dict.fromkeys(
    (
        "applications.views.facility.applicants_of: without visible_to",
        "applications.views.inquiries._questions: without visible_to",
        "applications.views.facility_talk._found: without visible_to",
        "applications.reports.views.facility.hires_of: without visible_to",
        "postings.views.facility_complaints.complaint: without visible_to",
    ),
    "`for_facility` asked before; the pages are tried without both",
)
"""Scopes behind a guard that asks the same: each of the two is enough, so they are taken away together."""
