"""The link that ends a recruiter's letters, also in their header (RFC 8058)."""

from postings.alerts.models import Recruiter
from postings.alerts.standing_links import StandingLink

STOP = StandingLink(Recruiter, "recruiters.stop", "recruiters:stop")

stop_url = STOP.url
recruiter_of = STOP.opens
