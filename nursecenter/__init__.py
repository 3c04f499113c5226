"""Nurse centers: their directory, their cumulative figures, and the nurse postings of their prefecture."""
