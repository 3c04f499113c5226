"""What every page knows without asking the database."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest


@dataclass(frozen=True)
class Service:
    """Who runs this service and whom to call; all of it from settings."""

    name: str
    operator: str
    demo: bool
    phone: str  # digits only
    hours: str
    url: str  # without a slash at the end
    retention_days: int  # from a posting's end until its applicants' data are erased
    inquiry_retention_days: int  # from an answer until the question is erased
    complaint_retention_days: int  # from a report's end until its words and its reporter's address are erased


def service(request: HttpRequest) -> dict[str, Service]:
    """Give `service` to every template. (`site` is what allauth's views call the host name.)"""
    return {
        "service": Service(
            name=settings.SITE_NAME,
            operator=settings.OPERATOR_NAME,
            demo=settings.DEMO,
            phone=settings.DESK_PHONE,
            hours=settings.DESK_HOURS,
            url=settings.SITE_URL,
            retention_days=settings.RETENTION_DAYS,
            inquiry_retention_days=settings.INQUIRY_RETENTION_DAYS,
            complaint_retention_days=settings.COMPLAINT_RETENTION_DAYS,
        )
    }
