"""Facilities as a Django app."""

from django.apps import AppConfig


class FacilitiesConfig(AppConfig):
    """Facilities, memberships, registrations, institutions, desks."""

    name = "facilities"

    def ready(self) -> None:
        """Register the kinds of letter, and tell accounts where a member of a facility works."""
        from facilities import letters  # noqa: F401  (declaring a kind registers it)
        from facilities.consoles import facility_consoles
        from keynet.accounts.consoles import SOURCES

        SOURCES.append(facility_consoles)
