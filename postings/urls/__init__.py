"""Paths, audience by audience."""
