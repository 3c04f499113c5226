"""Facilities as a Django app."""

from django.apps import AppConfig


class FacilitiesConfig(AppConfig):
    """Facilities, memberships, registrations, institutions, desks."""

    name = "facilities"

    def ready(self) -> None:
        """Tell accounts where a member of a facility works."""
        from facilities.consoles import facility_consoles
        from keynet.accounts.consoles import SOURCES

        SOURCES.append(facility_consoles)
