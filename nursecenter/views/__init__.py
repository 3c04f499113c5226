"""Pages, audience by audience."""
