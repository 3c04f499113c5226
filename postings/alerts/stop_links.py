"""The link that ends a recruiter's letters: the same in every letter, valid for ever, stored nowhere.

It is signed instead of random: old letters must still stop what a company was invited to again, and one press ends
only letters.
"""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from postings.alerts.models import Recruiter

SIGNER = signing.Signer(salt="recruiters.stop")


def stop_url(recruiter: Recruiter) -> str:
    """Return the whole address that the recruiter's letters carry, also in their header (RFC 8058)."""
    path = reverse("recruiters:stop", args=[SIGNER.sign(str(recruiter.pk)).replace(":", "~")])
    return f"{settings.SITE_URL}{path}"


def recruiter_of(token: str) -> Recruiter | None:
    """Return whose letters the link ends; None for a link that is not ours."""
    try:
        key = SIGNER.unsign(token.replace("~", ":"))
    except signing.BadSignature:
        return None
    return Recruiter.objects.filter(pk=int(key)).first()
