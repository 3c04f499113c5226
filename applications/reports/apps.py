"""Reports as a Django app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Training reports."""

    name = "applications.reports"
    label = "reports"

    def ready(self) -> None:
        """Register the kinds of letter, reports due on the facility's home, trainings in own data and agenda."""
        from django.db.models import Q

        from applications.mine.agenda import TRAINED
        from applications.mine.own_data import OF_HIRES
        from applications.reports import letters  # noqa: F401  (declaring a kind registers it)
        from applications.reports.reporting import own_training
        from applications.reports.todo import todos_of_reports
        from postings.upkeep.todo import SOURCES

        SOURCES.append(todos_of_reports)
        OF_HIRES.append(own_training)
        TRAINED.append(Q(training_report__isnull=False))
