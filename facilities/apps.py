"""Facilities as a Django app."""

from django.apps import AppConfig


class FacilitiesConfig(AppConfig):
    """Facilities, memberships, registrations, institutions, desks."""

    name = "facilities"

    def ready(self) -> None:
        """Register the kinds of letter, and tell accounts where members work and who decides about others."""
        from facilities import letters  # noqa: F401  (declaring a kind registers it)
        from facilities.consoles import facility_consoles
        from facilities.second_factor import is_admin_somewhere
        from keynet.accounts.consoles import SOURCES
        from keynet.accounts.second_factor import DEMANDS

        SOURCES.append(facility_consoles)
        DEMANDS.append(is_admin_somewhere)
