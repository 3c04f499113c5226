"""The nouns of `applications.reports`."""

from applications.reports.models.export import Export, ExportPart
from applications.reports.models.training import TrainingReport

__all__ = ["Export", "ExportPart", "TrainingReport"]
