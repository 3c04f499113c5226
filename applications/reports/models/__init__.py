"""The nouns of `applications.reports`."""

from applications.reports.models.training import TrainingReport

__all__ = ["TrainingReport"]
