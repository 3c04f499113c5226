"""Pages of the alerts, audience by audience."""
