"""The nouns of `applications.reports`."""

from applications.reports.models.export import Export, ExportPart
from applications.reports.models.outside import OtherWay, OutsideHires
from applications.reports.models.training import TrainingCorrection, TrainingReport

__all__ = ["Export", "ExportPart", "OtherWay", "OutsideHires", "TrainingCorrection", "TrainingReport"]
