"""Which organisation opened an application, as its applicant reads it."""

from datetime import date

from django import template

from applications.models import Application
from applications.safekeeping.readings import readings_of

register = template.Library()


@register.simple_tag
def readings(application: Application) -> list[tuple[str, date]]:
    """Return organisation and day of each, the newest first."""
    return readings_of(application)
