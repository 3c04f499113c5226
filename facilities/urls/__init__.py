"""Paths of a facility's people, audience by audience."""
