"""Silence (domain.md C.2): who owes a word is reminded; after sixty days the applicant is freed."""
