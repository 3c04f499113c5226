"""May this kind of person be here? URL prefix → who, denied by default.

A path under no prefix must be named public. Which rows a person sees is decided by `visible_to`, what the person may
do by the lifecycle tables; this file only keeps kinds of people apart.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from keynet.accounts.models import User

Gate = Callable[[User, dict[str, str]], bool]


@dataclass(frozen=True)
class Audience:
    """One prefix; `prefecture` in the pattern names whose console it is."""

    name: str
    pattern: re.Pattern[str]
    admits: Gate


def _serves(body: str) -> Gate:
    return lambda user, place: user.serves(body, place.get("prefecture"))


SEEKERS_HOME = "/my/"

AUDIENCES = (
    Audience("office", re.compile(r"^/office/"), _serves("office")),
    Audience("ministry", re.compile(r"^/ministry/"), _serves("ministry")),
    Audience("prefecture", re.compile(r"^/prefecture/(?P<prefecture>\d{2})/"), _serves("prefecture")),
    Audience("nurse_center", re.compile(r"^/nurse-center/(?P<prefecture>\d{2})/"), _serves("nurse_center")),
    # Which facility stands in the URL; the view asks Facility.visible_to, so a stranger gets 404 there.
    Audience("facility", re.compile(r"^/facility/"), lambda user, place: True),
    # Whose applications stand there is asked by visible_to, too; people of consoles may look for work themselves.
    Audience("seeker", re.compile(r"^/my/"), lambda user, place: True),
    Audience("person", re.compile(r"^/account/(?:home|security)/"), lambda user, place: True),
)

PUBLIC = re.compile(
    r"^/(?:$|postings/|saved/|registration/|applications/|inquiries/|nurse-centers/|recruiters/|alerts/|data/|"
    r"guide/|sitemap\.xml$|sitemaps/|account/(?!home/|security/)|health/$|static/|robots\.txt$|favicon\.ico$)"
)


def audience_of(path: str) -> Audience | None:
    """Return the console that a path belongs to, or None for anything else."""
    return next((audience for audience in AUDIENCES if audience.pattern.match(path)), None)


def is_public(path: str) -> bool:
    """Return whether the path is named public."""
    return PUBLIC.match(path) is not None


def person(request: HttpRequest) -> User:
    """Return the signed-in person of a console request; the gate has turned everybody else away."""
    if not isinstance(request.user, User):
        raise TypeError("This page is behind the audience gate.")
    return request.user
