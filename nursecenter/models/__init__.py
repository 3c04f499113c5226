"""The nouns of `nursecenter`: a cumulative report with its columns, rows and notes."""

from nursecenter.models.report import StatColumn, StatNote, StatReport, StatRow

__all__ = ["StatColumn", "StatNote", "StatReport", "StatRow"]
