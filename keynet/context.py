"""What every page knows without asking the database."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest


@dataclass(frozen=True)
class Site:
    """Who runs this site and whom to call; all of it from settings."""

    name: str
    operator: str
    demo: bool
    phone: str  # digits only
    hours: str
    url: str  # without a slash at the end


def site(request: HttpRequest) -> dict[str, Site]:
    """Give `site` to every template."""
    return {
        "site": Site(
            name=settings.SITE_NAME,
            operator=settings.OPERATOR_NAME,
            demo=settings.DEMO,
            phone=settings.DESK_PHONE,
            hours=settings.DESK_HOURS,
            url=settings.SITE_URL,
        )
    }
