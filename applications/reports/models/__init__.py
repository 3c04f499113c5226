"""The nouns of `applications.reports`."""

from applications.reports.models.check_round import CheckRound
from applications.reports.models.export import Export, ExportPart
from applications.reports.models.log_line import LogLine
from applications.reports.models.outside import OtherWay, OutsideHires
from applications.reports.models.training import TrainingCorrection, TrainingReport

__all__ = [
    "CheckRound",
    "Export",
    "ExportPart",
    "LogLine",
    "OtherWay",
    "OutsideHires",
    "TrainingCorrection",
    "TrainingReport",
]
