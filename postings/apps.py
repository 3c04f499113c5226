"""Postings as a Django app."""

from django.apps import AppConfig


class PostingsConfig(AppConfig):
    """Postings."""

    name = "postings"

    def ready(self) -> None:
        """Register the kinds of letter, what a sign-in takes over, and what a leaving colleague loses."""
        from facilities.members import LEAVINGS
        from keynet.accounts.arrivals import ARRIVALS
        from keynet.privacy.ledger import ERASABLES, Erasable
        from postings.check import letters as office_letters  # noqa: F401  (declaring a kind registers it)
        from postings.complaints import letters as complaint_letters  # noqa: F401
        from postings.complaints.masking import mask
        from postings.models import Complaint
        from postings.saved.sign_in import take_over
        from postings.upkeep.freshness import letters as freshness_letters  # noqa: F401
        from postings.upkeep.freshness.links import withdraw_from

        ARRIVALS.append(take_over)
        ERASABLES.append(Erasable(lambda: Complaint.objects.filter(masked_at=None), mask))
        LEAVINGS.append(withdraw_from)
